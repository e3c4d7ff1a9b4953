import type { SiteRule } from './site-rule.ts';
import { wechat } from './wechat.ts';
import { zaobao } from './zaobao.ts';

/** All publisher rules. */
export const SITE_RULES: readonly SiteRule[] = [zaobao, wechat];
