import { bringPart } from '../../core/parts/brought-parts.ts';
import { europeanPart } from '../../core/parts/european-part.ts';

bringPart(globalThis, { european: europeanPart });
