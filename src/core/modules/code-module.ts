import { flattenCode } from '../markdown/normalize/flatten-code.ts';
import type { Modules } from '../model/modules.ts';

export const codeModule: Modules['code'] = { flattenCode };
