import { removeStored, writeStored } from '../platform/storage.ts';
import type { SaveOrder } from './save-clip.ts';

/** A press on Save as it is written down, before anything is written from it. */
export interface PendingSave extends Omit<SaveOrder, 'loadPinyin' | 'targetIds'> {
  /** Where it goes. Absent: where posts of its preset go. */
  readonly targetIds?: readonly string[];
}

/** What the keys of the presses begin with in the extension's storage; the `saveId` follows. */
export const PENDING_SAVE = 'save ';

/**
 * Writes a press on Save down, and wakes the background for it. The request is with the browser before this function
 * returns, so it is carried out although the page is closed in the same moment. A message would not do: Chromium 156
 * drops one that waits for the service worker to start when its sender closes.
 *
 * @returns whether the browser holds it.
 */
export async function writeDownSave(save: PendingSave): Promise<boolean> {
  try {
    await writeStored(PENDING_SAVE + save.saveId, save);
    return true;
  } catch (error) {
    console.warn('The save is not written down: only this page can do it now.', error);
    return false;
  }
}

/** To be called when the save is done, or when the user was told that it cannot be. */
export async function forgetSave(saveId: string): Promise<void> {
  try {
    await removeStored(PENDING_SAVE + saveId);
  } catch (error) {
    console.warn('The save stays written down. Done once more, it changes nothing.', error);
  }
}
