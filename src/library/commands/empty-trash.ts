import { TRASH_MS } from '../model/trashed-clip.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** All stores that may hold something under a clip's id. */
const STORES = ['clips', 'trash', 'contents', 'texts', 'posts', 'pictures', 'versions', 'drafts'] as const;

/** Removes all that is in the trash for good. @returns how many clips that were. */
export function emptyTrash(library: Library): Promise<number> {
  return removeTrashed(library, () => true);
}

/** Removes what has been in the trash for 30 days. @returns how many clips that were. */
export function purgeTrash(library: Library, now: number): Promise<number> {
  return removeTrashed(library, (deletedAt) => deletedAt <= now - TRASH_MS);
}

function removeTrashed(library: Library, isDue: (deletedAt: number) => boolean): Promise<number> {
  return library.use((database) =>
    transact(database, [...STORES], async (transaction) => {
      const trashed = await transaction.objectStore('trash').getAll();
      const due = trashed.filter(({ deletedAt }) => isDue(deletedAt));
      await Promise.all(
        due.map(async ({ id }) => {
          await transaction.objectStore('trash').delete(id);
          // Of a clip that is back, everything below belongs to the clip.
          if ((await transaction.objectStore('clips').getKey(id)) !== undefined) return;
          const range = IDBKeyRange.bound([id], [id, []]);
          await Promise.all([
            ...(['contents', 'texts', 'posts', 'drafts'] as const).map((name) =>
              transaction.objectStore(name).delete(id),
            ),
            transaction.objectStore('pictures').delete(range),
            transaction.objectStore('versions').delete(range),
          ]);
        }),
      );
      return due.length;
    }),
  );
}
