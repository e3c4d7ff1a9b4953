import { type Folder, type FolderPlace, isPicked, placeName } from '../model/folder.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** The connected folders, in the order in which they were connected. */
export async function listFolders(library: Library): Promise<Folder[]> {
  const folders = await library.use((database) => database.getAll('folders'));
  return folders.sort((a, b) => a.connectedAt - b.connectedAt);
}

export function getFolder(library: Library, id: string): Promise<Folder | undefined> {
  return library.use((database) => database.get('folders', id));
}

/**
 * Remembers a folder that the user connected. The same folder again keeps its id, and with it all that is known of what
 * lies in it.
 *
 * @param newId a UUID, used where the folder is new.
 */
export async function connectFolder(library: Library, place: FolderPlace, newId: string, now: number): Promise<Folder> {
  for (const folder of await listFolders(library)) {
    if (!(await isSamePlace(folder, place))) continue;
    const renewed = { ...folder, ...place, name: placeName(place) };
    await library.use((database) => database.put('folders', renewed));
    return renewed;
  }
  const folder: Folder = { id: `folder:${newId}`, name: placeName(place), ...place, connectedAt: now };
  await library.use((database) => database.put('folders', folder));
  return folder;
}

async function isSamePlace(one: FolderPlace, other: FolderPlace): Promise<boolean> {
  if (isPicked(one)) return isPicked(other) && one.handle.isSameEntry(other.handle);
  return !isPicked(other) && one.path === other.path;
}

/** Puts another folder in the place of one that is gone: what waits for the old one goes to the new. */
export async function replaceFolder(library: Library, id: string, place: FolderPlace): Promise<void> {
  await library.use((database) =>
    transact(database, ['folders'], async (transaction) => {
      const folders = transaction.objectStore('folders');
      const before = await folders.get(id);
      if (before) await folders.put({ id, name: placeName(place), ...place, connectedAt: before.connectedAt });
    }),
  );
}

/** Forgets a folder and what is known of its files. Nothing in the folder is touched; clips stay. */
export function disconnectFolder(library: Library, id: string): Promise<void> {
  return library.use((database) =>
    transact(database, ['folders', 'folderFiles', 'deliveries'], async (transaction) => {
      await transaction.objectStore('folders').delete(id);
      await transaction.objectStore('folderFiles').delete(IDBKeyRange.bound([id], [id, []]));
      const deliveries = transaction.objectStore('deliveries');
      for (const key of await deliveries.index('target').getAllKeys(id)) await deliveries.delete(key);
    }),
  );
}
