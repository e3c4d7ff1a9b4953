import type { Library } from '../library/database.ts';
import { placeKey, type Receipt } from '../library/delivery.ts';
import { getFolder } from '../library/folders.ts';
import type { Companion } from './companion/companion.ts';
import { openDirectory } from './folder/open-directory.ts';
import type { Target } from './target.ts';
import { DOWNLOADS_TARGET, type DownloadsRoom, downloadsTarget } from './targets/downloads.ts';
import { folderTarget } from './targets/folder.ts';

/** What the targets are made of. */
export interface TargetRoom {
  readonly library: Library;
  readonly downloads: DownloadsRoom;
  readonly companion: Companion;
}

/** The target that an outbox row names; nothing where it is no longer set up. */
export async function openTarget(room: TargetRoom, id: string): Promise<Target | undefined> {
  const { library, downloads, companion } = room;
  if (id === DOWNLOADS_TARGET) return downloadsTarget(downloads);
  const folder = await getFolder(library, id);
  if (!folder) return undefined;
  const directory = openDirectory(folder, companion);
  return folderTarget({ id, directory, placesOf: (receipt) => placesOf(library, id, receipt) });
}

/** Where else in a folder the index knows posts of the story whose file this receipt is for. */
function placesOf(library: Library, folderId: string, { path }: Receipt): Promise<string[]> {
  return library.use(async (database) => {
    const [delivery] = await database.getAllFromIndex('deliveries', 'places', placeKey(folderId, path));
    const clip = delivery && (await database.get('clips', delivery.clipId));
    if (!clip) return [];
    const files = await database.getAllFromIndex('folderFiles', 'urlKey', clip.urlKey);
    return files.filter((file) => file.folderId === folderId && file.path !== path).map((file) => file.path);
  });
}
