import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** What may be known of a tab at a press. Without the press's grant (`activeTab`) `url` and `title` are empty. */
export interface Tab {
  readonly id: number;
  readonly url: string;
  readonly title: string;
}

/** The tab that the user is looking at: the popup's own, or that of the window focused last. Absent: no window is open. */
export async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab && toTab(tab);
}

/** The tab as it is now. Absent: it was closed. */
export async function findTab(id: number): Promise<Tab | undefined> {
  return browser.tabs.get(id).then(toTab, () => undefined);
}

/** The browser's tab in our form. Absent: a tab without an id (a devtools window). */
export function toTab(tab: Tabs.Tab): Tab | undefined {
  return tab.id === undefined ? undefined : { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
}

/** Opens an address in a new tab and gives that tab when it has loaded, failed to load, or 30 s are over. */
export async function openTab(url: string): Promise<Tab | undefined> {
  const opened = await browser.tabs.create({ url });
  const { id } = opened;
  if (id === undefined) return undefined;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      resolve();
    };
    const onUpdated = (tabId: number, change: Tabs.OnUpdatedChangeInfoType): void => {
      if (tabId === id && change.status === 'complete') finish();
    };
    const onRemoved = (tabId: number): void => {
      if (tabId === id) finish();
    };
    const timer = setTimeout(finish, 30_000);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
  });
  return findTab(id);
}
