import { accordions } from '../extract/prepare/accordions.ts';
import { headEntries } from '../extract/prepare/live-entries.ts';
import { keepIngredients } from '../extract/prepare/recipes.ts';
import { readThread } from '../extract/thread/read-thread.ts';
import type { Modules } from '../model/modules.ts';

export const structureModule: Modules['structure'] = {
  readThread,
  settleStructure(page) {
    accordions(page);
    headEntries(page);
    keepIngredients(page);
  },
};
