import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** What is known of a tab at a user gesture. Without its grant (`activeTab`) `url` and `title` are empty. */
export interface Tab {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  /** The window that it is in. */
  readonly windowId?: number | undefined;
}

/** The tab that the user is looking at: the popup's own, or that of the window focused last. Absent: no window is open. */
export async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab && toTab(tab);
}

/** The tab that the window of the calling page shows. */
export async function activeTabOfWindow(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab && toTab(tab);
}

/** The tab as it is now. Absent: it was closed. */
export async function findTab(id: number): Promise<Tab | undefined> {
  return browser.tabs.get(id).then(toTab, () => undefined);
}

/** The browser's tab in the form used here. Absent: a tab without an id (a devtools window). */
export function toTab(tab: Tabs.Tab): Tab | undefined {
  return tab.id === undefined
    ? undefined
    : { id: tab.id, url: tab.url ?? '', title: tab.title ?? '', windowId: tab.windowId };
}
