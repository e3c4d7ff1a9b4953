import { eastAsianPart } from './east-asian-part.ts';
import { europeanPart } from './european-part.ts';
import { mathsPart } from './maths-part.ts';
import type { Parts } from './parts.ts';

/** Every part, for whoever need not count bytes. */
export const ALL_PARTS: Parts = { maths: mathsPart, european: europeanPart, 'east-asian': eastAsianPart };
