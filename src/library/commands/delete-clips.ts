import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';

/**
 * Moves clips to the trash, all of them or none. What waits for them in the outbox is withdrawn. Files that were written
 * for them are the user's, and stay.
 *
 * @param now Unix milliseconds.
 * @returns the ids of those that were there.
 */
export function deleteClips(library: Library, ids: readonly string[], now: number): Promise<string[]> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      const moved = await Promise.all(ids.map((id) => moveToTrash(transaction, id, now)));
      return ids.filter((_, n) => moved[n]);
    }),
  );
}

async function moveToTrash(transaction: VersionTransaction, id: string, now: number): Promise<boolean> {
  const range = IDBKeyRange.bound([id], [id, []]);
  const [clip, deliveries] = await Promise.all([
    transaction.objectStore('clips').get(id),
    transaction.objectStore('deliveries').getAll(range),
  ]);
  if (!clip) return false;
  await Promise.all([
    transaction.objectStore('trash').put({ id, clip, deliveries, deletedAt: now }),
    transaction.objectStore('clips').delete(id),
    transaction.objectStore('deliveries').delete(range),
    // A damaged row may have no identity to remember.
    ...(typeof clip.urlKey === 'string'
      ? [transaction.objectStore('dismissals').put({ urlKey: clip.urlKey, deletedAt: now })]
      : []),
  ]);
  return true;
}
