import { browser } from './browser.ts';

/** One key per target in the extension's local storage: never in sync, backups or the library. */
const keyOf = (targetId: string): string => `secret:${targetId}`;

/** A target's password, token or key; nothing where there is none on this device. */
export async function readSecret(targetId: string): Promise<string | undefined> {
  const value = (await browser.storage.local.get(keyOf(targetId)))[keyOf(targetId)];
  return typeof value === 'string' ? value : undefined;
}

/** Stores it, or removes it where it is `undefined`. */
export async function writeSecret(targetId: string, secret: string | undefined): Promise<void> {
  const key = keyOf(targetId);
  await (secret === undefined ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: secret }));
}
