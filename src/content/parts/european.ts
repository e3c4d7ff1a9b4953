import { european, europeanBylines } from '../../core/extract/languages/european.ts';
import { bringPart } from '../../core/parts/brought-parts.ts';

bringPart(globalThis, { european: { phrases: european, bylines: europeanBylines } });
