import { getFolder } from '../library/commands/folders.ts';
import { placeKey, type Receipt } from '../library/model/delivery.ts';
import type { Library } from '../library/store/database.ts';
import type { Target } from './target.ts';
import type { Companion } from './targets/companion/companion.ts';
import { DOWNLOADS_TARGET, type DownloadsDeps, downloadsTarget } from './targets/downloads/downloads-target.ts';
import { folderTarget } from './targets/folder/folder-target.ts';
import { openDirectory } from './targets/folder/open-directory.ts';

/** What the targets are made of. */
export interface TargetDeps {
  readonly library: Library;
  readonly downloads: DownloadsDeps;
  readonly companion: Companion;
}

/** The target that an outbox row names; nothing where it is no longer set up. */
export async function openTarget(deps: TargetDeps, id: string): Promise<Target | undefined> {
  const { library, downloads, companion } = deps;
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
