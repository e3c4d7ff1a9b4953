import { textualiseMaths } from '../markdown/maths/textualise-maths.ts';
import type { Modules } from '../model/modules.ts';

export const mathsModule: Modules['maths'] = { textualiseMaths };
