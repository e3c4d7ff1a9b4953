import { openPage } from '../platform/pages.ts';
import type { Tab } from '../platform/tabs.ts';

/** Opens the batch page on the links of a tab: the press on the menu lets them be read. */
export async function openBatch(tab: Tab): Promise<void> {
  await openPage('batch', `#tab=${tab.id}`);
}
