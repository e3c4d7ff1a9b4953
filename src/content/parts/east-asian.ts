import { bringPart } from '../../core/parts/brought-parts.ts';
import { eastAsianPart } from '../../core/parts/east-asian-part.ts';

bringPart(globalThis, { 'east-asian': eastAsianPart });
