import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { findTab, type Tab } from './tabs.ts';

/** How long a page that is opened is waited for. */
const LOADING_MS = 30_000;

/**
 * Opens an address in a new tab and returns that tab when it has loaded, failed to load, or `LOADING_MS` are over.
 *
 * @param place `behind`: the active tab stays active.
 * @param onOpened is told the tab's id before it has loaded.
 */
export async function openTab(
  url: string,
  place: 'front' | 'behind' = 'front',
  onOpened: (tabId: number) => void = () => {},
): Promise<Tab | undefined> {
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
    const { id } = await browser.tabs.create({ url, active: place === 'front' });
    if (id === undefined) return undefined;
    onOpened(id);
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

/** Closes a tab; ignores one that is gone already. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch((error: unknown) => console.warn('A tab was closed by somebody else.', error));
}

/** Closes the tab that the calling page is in. */
export async function closeOwnTab(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await closeTab(own.id);
}
