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
