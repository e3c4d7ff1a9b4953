import { browser } from './browser.ts';
import { closeTab } from './open-tab.ts';
import { readForSession, writeForSession } from './storage.ts';

/** Tabs that were opened to be read, and are to be closed again, whatever becomes of the page that opened them. */
const KEY = 'openedTabs';

const ids = new Set<number>();
let writing: Promise<void> = Promise.resolve();

/** Remembers a tab until it is closed by `closeOpenedTab`. Tab ids end with the browser, and so does this memory. */
export function rememberTab(id: number): void {
  ids.add(id);
  write();
}

export function closeOpenedTab(id: number): void {
  ids.delete(id);
  write();
  void closeTab(id);
}

/** Closes the tabs that a page of ours had opened when it was closed itself. For the one page that opens tabs. */
export async function closeLeftTabs(): Promise<void> {
  const left = await readForSession(KEY);
  if (!Array.isArray(left)) return;
  for (const id of left) if (typeof id === 'number') await closeTab(id);
  await writeForSession(KEY, undefined);
}

/** Calls `handle` with each tab that is closed, and whether its whole window is. Returns a function that stops this. */
export function onTabClosed(handle: (id: number, isWithWindow: boolean) => void): () => void {
  const listener = (id: number, { isWindowClosing }: { readonly isWindowClosing: boolean }): void =>
    handle(id, isWindowClosing);
  browser.tabs.onRemoved.addListener(listener);
  return () => browser.tabs.onRemoved.removeListener(listener);
}

function write(): void {
  writing = writing
    .then(() => writeForSession(KEY, [...ids]))
    .catch((error: unknown) => console.warn('Tabs that were opened could not be remembered.', error));
}
