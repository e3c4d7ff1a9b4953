import { clipPagesInTab } from '../../app/clip-pages-in-tab.ts';
import { seePagesInTab } from '../../app/see-pages-in-tab.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { PagePorts } from './ports.ts';

/** The further pages of a tab's story. Loaded once the story is on the screen. */
export function pageAccess(tab: Tab): PagePorts {
  return {
    see: () => seePagesInTab(tab.id),
    clip: (first, onProgress, signal) => clipPagesInTab(tab, first, { onProgress, signal }),
  };
}
