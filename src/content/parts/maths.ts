import { textualiseMaths } from '../../core/markdown/maths/textualise-maths.ts';
import { bringPart } from '../../core/parts/brought-parts.ts';

bringPart(globalThis, { maths: { textualiseMaths } });
