import { textualiseMaths } from '../../core/markdown/maths/textualise-maths.ts';
import { bringPart } from './bring-part.ts';

bringPart({ maths: { textualiseMaths } });
