import { browser } from './browser.ts';

/** One value in the extension's own local storage, which its pages and its background share. */
export async function readStored(key: string): Promise<unknown> {
  const stored = await browser.storage.local.get(key);
  return stored[key];
}

/** Stores a plain JSON value under a key. */
export async function writeStored(key: string, value: unknown): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

/** Removes the value of a key. */
export async function removeStored(key: string): Promise<void> {
  await browser.storage.local.remove(key);
}

/** All values whose keys begin with a text, by their keys. */
export async function readAllStored(start: string): Promise<Readonly<Record<string, unknown>>> {
  return startingWith(start, await browser.storage.local.get(null));
}

function startingWith(start: string, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key.startsWith(start)));
}

/** Calls back when a value is stored under a key that begins with a text. Wakes the background. */
export function onStored(start: string, handle: () => unknown): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.entries(changes).some(([key, { newValue }]) => key.startsWith(start) && newValue !== undefined))
      handle();
  });
}

/** Calls back when a value under a key that begins with a text is removed. */
export function onRemoved(start: string, handle: () => unknown): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.entries(changes).some(([key, { newValue }]) => key.startsWith(start) && newValue === undefined))
      handle();
  });
}

/** One value that the extension's pages share until the browser is closed. It never touches the disk. */
export async function readForSession(key: string): Promise<unknown> {
  const stored = await browser.storage.session.get(key);
  return stored[key];
}

/** All values that are kept until the browser is closed whose keys begin with a text, by their keys. */
export async function readAllForSession(start: string): Promise<Readonly<Record<string, unknown>>> {
  return startingWith(start, await browser.storage.session.get(null));
}

/** Stores a plain JSON value under a key until the browser is closed; `undefined` removes it. */
export async function writeForSession(key: string, value: unknown): Promise<void> {
  await (value === undefined ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: value }));
}

/** Both, for who keeps more than one value. */
export const sessionStore = { read: readForSession, write: writeForSession };

/**
 * Hides the local storage from content scripts: only pages and background of the extension read it. Browsers that
 * have no access levels (Firefox) do nothing.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  const area: object = browser.storage.local;
  if (!('setAccessLevel' in area) || typeof area.setAccessLevel !== 'function') return;
  await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
