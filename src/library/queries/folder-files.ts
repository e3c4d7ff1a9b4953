import { pathKey } from '../model/delivery.ts';
import type { FolderFile } from '../model/folder-file.ts';
import { readableFile } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';

/** All rows of one target in a store whose key begins with the target's id. */
function rangeOf(targetId: string): IDBKeyRange {
  return IDBKeyRange.bound([targetId], [targetId, []]);
}

/** What the index knows of a target's posts. */
export async function filesOfTarget(library: Library, targetId: string): Promise<FolderFile[]> {
  return (await library.use((database) => database.getAll('folderFiles', rangeOf(targetId)))).map(readableFile);
}

export function countFilesOfTarget(library: Library, targetId: string): Promise<number> {
  return library.use((database) => database.count('folderFiles', rangeOf(targetId)));
}

/** Where else at a target the index knows posts of the story whose delivered file is at `path`. */
export function otherPathsOfStory(library: Library, targetId: string, path: string): Promise<string[]> {
  return library.use(async (database) => {
    const [delivery] = await database.getAllFromIndex('deliveries', 'reservedPaths', pathKey(targetId, path));
    const clip = delivery && (await database.get('clips', delivery.clipId));
    if (!clip) return [];
    const files = await database.getAllFromIndex('folderFiles', 'urlKey', clip.urlKey);
    return files.filter((file) => file.folderId === targetId && file.path !== path).map((file) => file.path);
  });
}

/** `kept`: the library has a clip of the story · `deleted`: the user deleted it. */
export type StoryState = 'kept' | 'deleted' | 'unknown';

/** What the library knows of each of these stories, by `urlKey`, in the same order. */
export function statesOfStories(library: Library, urlKeys: readonly string[]): Promise<StoryState[]> {
  return library.use((database) => {
    const transaction = database.transaction(['clips', 'dismissals']);
    return Promise.all(
      urlKeys.map(async (urlKey): Promise<StoryState> => {
        const [clips, dismissal] = await Promise.all([
          transaction.objectStore('clips').index('urlKey').count(urlKey),
          transaction.objectStore('dismissals').getKey(urlKey),
        ]);
        if (clips > 0) return 'kept';
        return dismissal === undefined ? 'unknown' : 'deleted';
      }),
    );
  });
}
