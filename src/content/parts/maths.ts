import { bringPart } from '../../core/parts/brought-parts.ts';
import { mathsPart } from '../../core/parts/maths-part.ts';

bringPart(globalThis, { maths: mathsPart });
