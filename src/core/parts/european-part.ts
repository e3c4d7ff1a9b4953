import { european, europeanBylines } from '../extract/languages/european.ts';
import type { Parts } from './parts.ts';

export const europeanPart: Parts['european'] = { phrases: european, bylines: europeanBylines };
