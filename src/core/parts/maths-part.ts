import { textualiseMaths } from '../markdown/maths/textualise-maths.ts';
import type { Parts } from './parts.ts';

export const mathsPart: Parts['maths'] = { textualiseMaths };
