import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';

/**
 * Brings clips back from the trash as they were, with their outbox rows, all of them or none. One that has come back
 * otherwise meanwhile is left as it is.
 *
 * @returns the ids of those that came back.
 */
export function restoreClips(library: Library, ids: readonly string[]): Promise<string[]> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      const restored = await Promise.all(ids.map((id) => restoreClip(transaction, id)));
      return ids.filter((_, n) => restored[n]);
    }),
  );
}

/** Takes one clip out of the trash, inside the caller's transaction. @returns whether it was there, and is back. */
export async function restoreClip(transaction: VersionTransaction, id: string): Promise<boolean> {
  const [trashed, present] = await Promise.all([
    transaction.objectStore('trash').get(id),
    transaction.objectStore('clips').getKey(id),
  ]);
  if (!trashed) return false;
  const { clip, deliveries } = trashed;
  await Promise.all([
    transaction.objectStore('trash').delete(id),
    ...(typeof clip.urlKey === 'string' ? [transaction.objectStore('dismissals').delete(clip.urlKey)] : []),
    ...(present === undefined ? [transaction.objectStore('clips').put(clip)] : []),
    ...(present === undefined ? deliveries : []).map((row) => transaction.objectStore('deliveries').put(row)),
  ]);
  return present === undefined;
}
