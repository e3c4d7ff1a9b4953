import type { IDBPTransaction } from 'idb';
import { DUE_MS, TRASH_MS, type TrashedClip } from '../model/trashed-clip.ts';
import type { Library } from '../store/database.ts';
import type { LibrarySchema } from '../store/schema.ts';
import { transact } from '../store/transact.ts';

/** All stores that may hold something under a clip's id. */
const STORES = ['clips', 'trash', 'contents', 'texts', 'posts', 'pictures', 'versions', 'drafts'] as const;

type TrashTransaction = IDBPTransaction<LibrarySchema, (typeof STORES)[number][], 'readwrite'>;

/** Removes all that is in the trash for good. @returns how many clips that were. */
export function emptyTrash(library: Library): Promise<number> {
  return library.use((database) =>
    transact(database, [...STORES], async (transaction) =>
      removeAll(transaction, await transaction.objectStore('trash').getAllKeys()),
    ),
  );
}

/**
 * Removes what has been in the trash for 30 days, by two looks that are at least a day apart: at one of them the clock
 * may be wrong.
 *
 * @param now Unix milliseconds.
 * @returns how many clips that were.
 */
export function purgeTrash(library: Library, now: number): Promise<number> {
  return library.use((database) =>
    transact(database, [...STORES], async (transaction) => {
      const trash = transaction.objectStore('trash');
      const due: string[] = [];
      for (const row of await trash.getAll()) {
        const looked = lookAt(row, now);
        if (looked === 'due') due.push(row.id);
        else if (looked !== row) await trash.put(looked);
      }
      return removeAll(transaction, due);
    }),
  );
}

/** Whether a deleted clip is to be removed; else its row as it is to be from now on. */
function lookAt(row: TrashedClip, now: number): TrashedClip | 'due' {
  const { dueSince, ...fresh } = row;
  if (row.deletedAt > now - TRASH_MS) return dueSince === undefined ? row : fresh;
  if (dueSince === undefined || dueSince > now) return { ...fresh, dueSince: now };
  return dueSince <= now - DUE_MS ? 'due' : row;
}

async function removeAll(transaction: TrashTransaction, ids: readonly string[]): Promise<number> {
  await Promise.all(ids.map((id) => remove(transaction, id)));
  return ids.length;
}

async function remove(transaction: TrashTransaction, id: string): Promise<void> {
  await transaction.objectStore('trash').delete(id);
  // Of a clip that is back, everything below belongs to the clip.
  if ((await transaction.objectStore('clips').getKey(id)) !== undefined) return;
  const range = IDBKeyRange.bound([id], [id, []]);
  await Promise.all([
    ...(['contents', 'texts', 'posts', 'drafts'] as const).map((name) => transaction.objectStore(name).delete(id)),
    transaction.objectStore('pictures').delete(range),
    transaction.objectStore('versions').delete(range),
  ]);
}
