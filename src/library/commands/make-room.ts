import { toFailure } from '../../core/model/failure.ts';
import type { Library } from '../store/database.ts';
import type { LibraryDatabase } from '../store/schema.ts';
import { transact } from '../store/transact.ts';

/**
 * Drops the older half of all earlier versions, for a browser that has no room left. With a version go those of the
 * same clip that are older still.
 *
 * @returns how many were dropped.
 */
export function makeRoom(library: Library): Promise<number> {
  return library.use((database) =>
    transact(database, ['versions'], async (transaction) => {
      const versions = transaction.objectStore('versions');
      const keys = await versions.index('replacedAt').getAllKeys();
      const before = await versions.count();
      await Promise.all(
        keys
          .slice(0, Math.ceil(keys.length / 2))
          .map(([clipId, version]) => versions.delete(IDBKeyRange.bound([clipId], [clipId, version]))),
      );
      return before - (await versions.count());
    }),
  );
}

/** Runs `work` as `Library.use` does; where the browser has no room for it, once more without old versions. */
export async function withRoom<T>(library: Library, work: (database: LibraryDatabase) => Promise<T>): Promise<T> {
  try {
    return await library.use(work);
  } catch (error) {
    if (toFailure(error).code !== 'library-full' || (await makeRoom(library)) === 0) throw error;
    return library.use(work);
  }
}
