import type { Failure } from '../../core/model/failure.ts';
import { foldPath } from '../../core/text/fold-path.ts';

/**
 * `queued`: waits for its turn or for the next attempt · `sending`: a drain is working on it (or was killed meanwhile) ·
 * `done` · `blocked`: waits for something only the user or the world can change, tried again when that may have
 * happened · `failed`: given up until the user presses Retry.
 */
export type DeliveryState = 'queued' | 'sending' | 'done' | 'blocked' | 'failed';

/** What a target says of one file that it has written and read back. */
export interface Receipt {
  /** Where the file actually is, below the target's root, `/`-separated. */
  readonly path: string;
  /**
   * What the target knows the written content by: opaque to everything above it. Empty for a file that another writer
   * put there: an update of it asks first.
   */
  readonly version: string;
  readonly bytes: number;
  /** The target's own handle on the file, such as a download's number. */
  readonly reference?: string;
  /** The whole path on the user's disk, where the target can tell. */
  readonly location?: string;
  /** The address of the merge request that the file was added to. */
  readonly page?: string;
}

/** What the user chose for a file that changed since it was written, or that another writer has put there first. */
export type ConflictChoice = 'overwrite' | 'keep-both' | 'keep-theirs';

/** One row of the outbox: this clip, to that target. Key: `[clipId, targetId]`. */
export interface Delivery {
  readonly clipId: string;
  readonly targetId: string;
  readonly state: DeliveryState;
  /** The version of the clip to deliver, or delivered. */
  readonly version: number;
  /** When the row joined the queue; absent once done, which takes it out of the `queuedAt` index. */
  readonly queuedAt?: number;
  /** Attempts made for this version. */
  readonly attempts: number;
  /** Unix milliseconds before which no attempt is made. */
  readonly nextAttemptAt: number;
  /**
   * Set while sending: the post's path being written, since when, and the hashes of all that was ever about to be
   * written there since the last success (the post and its pictures, of every version). What killed drains leave to go by.
   */
  readonly intent?: { readonly path: string; readonly since: number; readonly hashes: readonly string[] };
  /** What the last success left at the target, of any version. */
  readonly receipts: readonly Receipt[];
  /** Paths held at the target, as `pathKey` returns them: no other clip may write there. */
  readonly reservedPaths: readonly string[];
  readonly choice?: ConflictChoice;
  readonly failure?: Failure;
  readonly deliveredAt?: number;
  /** Pictures of the delivered post that could not be had and stayed links to where they are; absent when none. */
  readonly linkedPictures?: number;
}

/** The key by which two paths of a target are one place: see `foldPath`. */
export function pathKey(targetId: string, path: string): string {
  return `${targetId}\n${foldPath(path)}`;
}
