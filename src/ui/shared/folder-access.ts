import { ClipError } from '../../core/model/failure.ts';
import { canPickFolders, droppedFolder, pickFolder } from '../../delivery/targets/folder/folder-grant.ts';
import { indexFolder } from '../../delivery/targets/folder/index-folder.ts';
import {
  connectFolder,
  disconnectFolder,
  getFolder,
  listFolders,
  replaceFolder,
} from '../../library/commands/folders.ts';
import { pendingDeliveries } from '../../library/commands/outbox.ts';
import { type Folder, type FolderPlace, isPicked } from '../../library/model/folder.ts';
import type { Library } from '../../library/store/database.ts';
import { canStartNative, companionCommand, requestCompanion } from '../../platform/companion.ts';
import { askBackground } from './ask-background.ts';
import { companion } from './companion.ts';
import { directoryOf } from './directory-of.ts';
import type { FolderPorts, FolderState } from './folder-ports.ts';
import { placeGrant, requestPlaceGrant } from './place-grant.ts';

/** The user's folders in the library and on the disk. */
export function folderAccess(library: Library, now: () => number): FolderPorts {
  /** Folders in hand, so that a press can ask for a grant without waiting for the database first. */
  const known = new Map<string, Folder>();

  async function stateOf(folder: Folder): Promise<FolderState> {
    const { id, name, indexedAt } = folder;
    known.set(id, folder);
    const range = IDBKeyRange.bound([id], [id, []]);
    const [grant, posts, pending] = await Promise.all([
      placeGrant(folder),
      library.use((database) => database.count('folderFiles', range)),
      pendingDeliveries(library),
    ]);
    return {
      id,
      name,
      ...(isPicked(folder) ? {} : { path: folder.path }),
      grant,
      ...(indexedAt === undefined ? {} : { indexedAt }),
      posts,
      waiting: pending.filter(({ targetId }) => targetId === id).length,
    };
  }

  async function folderOf(id: string): Promise<Folder> {
    const folder = known.get(id) ?? (await getFolder(library, id));
    if (!folder) throw new ClipError('target-unknown', id);
    return folder;
  }

  async function connect(place: FolderPlace): Promise<string> {
    const folder = await connectFolder(library, place, crypto.randomUUID(), now());
    known.set(folder.id, folder);
    return folder.id;
  }

  async function anotherPlace(folder: Folder): Promise<FolderPlace | undefined> {
    if (!isPicked(folder)) return { path: (await companion.greet()).folder };
    const handle = await pickFolder();
    return handle && { handle };
  }

  return {
    canPick: canPickFolders(),
    list: async () => Promise.all((await listFolders(library)).map(stateOf)),
    pick: pickFolder,
    dropped: droppedFolder,
    connect: (handle) => connect({ handle }),
    allowCompanion: async () => {
      if (!(await requestCompanion())) return 'no';
      return canStartNative() ? 'now' : 'later';
    },
    connectCompanion: async () => connect({ path: (await companion.greet()).folder }),
    companionCommand: companionCommand(),
    replace: async (id) => {
      const place = await anotherPlace(await folderOf(id));
      if (!place) return false;
      known.delete(id);
      await replaceFolder(library, id, place);
      return true;
    },
    disconnect: (id) => disconnectFolder(library, id),
    renewGrant: async (id) => requestPlaceGrant(await folderOf(id)),
    index: async (id, onProgress, signal) =>
      indexFolder({ library, folderId: id, directory: directoryOf(await folderOf(id)), now, onProgress }, signal),
    drain: () => askBackground('drain', true),
  };
}
