import type { Clip } from './clip.ts';
import type { Delivery } from './delivery.ts';

/** A deleted clip. Its content, text, post, pictures and earlier versions stay in their stores, under the same id. */
export interface TrashedClip {
  readonly id: string;
  readonly clip: Clip;
  /** Its outbox rows, taken out of the outbox. */
  readonly deliveries: readonly Delivery[];
  /** Unix milliseconds. */
  readonly deletedAt: number;
  /** When it was first seen to have been here for `TRASH_MS`, in Unix milliseconds. */
  readonly dueSince?: number;
}

/** A story whose clip the user deleted. Stays when the trash is emptied; goes when the story is kept again. */
export interface Dismissal {
  readonly urlKey: string;
  /** Unix milliseconds. */
  readonly deletedAt: number;
}

/** Deleted clips are kept for so long, in milliseconds. */
export const TRASH_MS = 30 * 24 * 3600_000;

/**
 * A clip that is due is removed when it is still due so long after, in milliseconds: a clock that is far ahead for an
 * hour, or for one start of the computer, empties nothing.
 */
export const DUE_MS = 24 * 3600_000;
