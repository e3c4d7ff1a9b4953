import type { Failure } from '../core/model/failure.ts';
import { readForSession, writeForSession } from '../platform/storage.ts';

/** A press on Save that the background could not carry out. It stays written down, and is tried again. */
export interface FailedSave {
  readonly saveId: string;
  /** The story's title. */
  readonly title: string;
  readonly failure: Failure;
}

/** In memory only: a full disk takes nothing, and after a new start the background finds out anew. */
const KEY = 'failedSaves';

export async function readFailedSaves(): Promise<readonly FailedSave[]> {
  // Only `keepFailedSaves` writes under the key, and an update of the extension empties this storage.
  return ((await readForSession(KEY)) as readonly FailedSave[] | undefined) ?? [];
}

export async function keepFailedSaves(failed: readonly FailedSave[]): Promise<void> {
  await writeForSession(KEY, failed.length === 0 ? undefined : failed);
}
