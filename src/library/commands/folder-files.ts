import type { Delivery } from '../model/delivery.ts';
import type { FolderFile } from '../model/folder-file.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES } from '../store/version-stores.ts';
import { type ClipVersion, keepVersion } from './keep-version.ts';

/** Brings the index of a target's posts up to date: files that were read again, and the paths of removed files. */
export function updateFolderFiles(
  library: Library,
  targetId: string,
  files: readonly FolderFile[],
  removed: readonly string[],
): Promise<void> {
  return library.use((database) =>
    transact(database, ['folderFiles'], async (transaction) => {
      const folderFiles = transaction.objectStore('folderFiles');
      await Promise.all([
        ...files.map((file) => folderFiles.put(file)),
        ...removed.map((path) => folderFiles.delete([targetId, path])),
      ]);
    }),
  );
}

/** A post of a folder that becomes a clip, delivered already. */
export type AdoptedPost = ClipVersion & { readonly delivery: Delivery };

/**
 * Keeps posts of a folder as clips, each with the delivery that it came from.
 *
 * @returns how many were kept: a story that was clipped meanwhile is not kept twice, and one that
 * was deleted does not come back.
 */
export function adoptClips(library: Library, posts: readonly AdoptedPost[]): Promise<number> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      let kept = 0;
      for (const { delivery, ...version } of posts) {
        const byStory = transaction.objectStore('clips').index('urlKey');
        if ((await byStory.count(version.clip.urlKey)) > 0) continue;
        if (await transaction.objectStore('dismissals').getKey(version.clip.urlKey)) continue;
        await keepVersion(transaction, version);
        await transaction.objectStore('deliveries').put(delivery);
        kept++;
      }
      return kept;
    }),
  );
}
