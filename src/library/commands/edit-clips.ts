import type { Draft } from '../../core/model/draft.ts';
import { ClipError } from '../../core/model/failure.ts';
import type { Post } from '../../core/post/to-post.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES } from '../store/version-stores.ts';
import { ATTEMPTS, type DraftChange, keepEdit, prepareEdit } from './edit-clip.ts';
import { withRoom } from './make-room.ts';

/** One change to many clips. */
export interface EditOfMany {
  readonly clipIds: readonly string[];
  /** The changes, made from the current draft; nothing where it says already what it should, as when it is done again. */
  readonly change: (draft: Draft) => DraftChange | undefined;
  readonly writePost: (draft: Draft, presetId: string) => Promise<Post>;
  readonly now: number;
}

/**
 * Edits clips as `editClip` does, all in one transaction: a browser that is ended meanwhile has changed all of them or
 * none. Those that others save in the meantime follow in a transaction of their own. The texts of all are in memory at
 * once: a caller with thousands hands them over in parts.
 *
 * @returns the ids of those that are different now, in their order.
 * @throws {ClipError} as `editClip`; what was changed before stays, and is not changed twice by another try.
 */
export function editClips(library: Library, { clipIds, change, writePost, now }: EditOfMany): Promise<string[]> {
  const edited = new Set<string>();
  return withRoom(library, async (database) => {
    let left = clipIds.filter((id) => !edited.has(id));
    for (let attempt = 1; left.length > 0; attempt++) {
      if (attempt > ATTEMPTS) throw new ClipError('not-kept', `clip ${left[0]} is being saved elsewhere`);
      const prepare = (clipId: string) => prepareEdit(database, { clipId, change, writePost, now });
      const prepared = (await Promise.all(left.map(prepare))).filter((each) => each !== undefined);
      if (prepared.length === 0) break;
      const outcomes = await transact(database, [...VERSION_STORES], (transaction) =>
        Promise.all(prepared.map((each) => keepEdit(transaction, each))),
      );
      for (const outcome of outcomes) if (typeof outcome === 'object') edited.add(outcome.id);
      left = prepared.filter((_, n) => outcomes[n] === 'overtaken').map(({ clipId }) => clipId);
    }
    return clipIds.filter((id) => edited.has(id));
  });
}
