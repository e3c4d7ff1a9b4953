import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** What is known of a tab at a user gesture. Without its grant (`activeTab`) `url` and `title` are empty. */
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

/** The browser's tab in the form used here. Absent: a tab without an id (a devtools window). */
export function toTab(tab: Tabs.Tab): Tab | undefined {
  return tab.id === undefined ? undefined : { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
}

/** How long a page that is opened is waited for. */
const LOADING_MS = 30_000;

/** Opens an address in a new tab and returns that tab when it has loaded, failed to load, or `LOADING_MS` are over. */
export async function openTab(url: string): Promise<Tab | undefined> {
  const over = new Set<number>();
  let look = (): void => {};
  const onUpdated = (tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab): void => {
    // The empty page that a tab begins with is complete at once.
    if (change.status === 'complete' && tab.url !== 'about:blank') over.add(tabId);
    look();
  };
  const onRemoved = (tabId: number): void => {
    over.add(tabId);
    look();
  };
  // Listened to before the tab is there: a small page is complete before the browser has answered.
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  try {
    const { id } = await browser.tabs.create({ url });
    if (id === undefined) return undefined;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOADING_MS);
      look = () => {
        if (!over.has(id)) return;
        clearTimeout(timer);
        resolve();
      };
      look();
    });
    return await findTab(id);
  } finally {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
  }
}
