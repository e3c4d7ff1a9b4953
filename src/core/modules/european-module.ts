import { readStandfirst } from '../extract/standfirst.ts';
import { european, europeanBylines } from '../languages/european.ts';
import type { Modules } from '../model/modules.ts';

export const europeanModule: Modules['european'] = {
  phrases: european,
  bylines: europeanBylines,
  readStandfirst,
};
