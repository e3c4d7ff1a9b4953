import type { Modules } from '../model/modules.ts';
import { siteRules } from '../sites/site-rules.ts';

export const sitesModule: Modules['sites'] = siteRules;
