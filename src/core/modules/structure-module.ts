import { findManual } from '../extract/manual/find-manual.ts';
import { manualTools } from '../extract/manual/manual-tools.ts';
import { accordions } from '../extract/prepare/accordions.ts';
import { classNames } from '../extract/prepare/class-names.ts';
import { headEntries } from '../extract/prepare/live-entries.ts';
import { keepIngredients } from '../extract/prepare/recipes.ts';
import { readThread } from '../extract/thread/read-thread.ts';
import type { Modules } from '../model/modules.ts';

export const structureModule: Modules['structure'] = {
  readThread,
  findManual,
  manualTools,
  settleStructure(page) {
    const names = classNames(page);
    accordions(page, names);
    headEntries(page, names);
    keepIngredients(page, names);
  },
};
