import { browser } from './browser.ts';
import { type Tab, toTab } from './tabs.ts';

/** A tab of a window, as far as the user lets its address be read. */
export interface WindowTab extends Tab {
  /** Whether the user has selected it, with others, in the tab strip. */
  readonly isSelected: boolean;
}

/** The tabs of the window that the calling page is in, in their order. Without the grant `tabs` most have no address. */
export async function tabsOfWindow(): Promise<readonly WindowTab[]> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  return tabs.flatMap((tab) => {
    const known = toTab(tab);
    return known ? [{ ...known, isSelected: tab.highlighted }] : [];
  });
}
