import { ClipError } from '../../core/failure.ts';
import type { Library } from '../../library/database.ts';
import type { Folder } from '../../library/folder.ts';
import { connectFolder, disconnectFolder, getFolder, listFolders, replaceFolder } from '../../library/folders.ts';
import { pendingDeliveries } from '../../library/outbox.ts';
import { handleDirectory } from '../../sync/folder/handle-directory.ts';
import { indexFolder } from '../../sync/folder/index-folder.ts';
import { canPickFolders, droppedFolder, folderGrant, pickFolder, requestFolderGrant } from '../../sync/folder-grant.ts';
import { askBackground } from './ask-background.ts';
import type { FolderPorts, FolderState } from './folder-ports.ts';

/** The user's folders in the library and on the disk. */
export function folderAccess(library: Library, now: () => number): FolderPorts {
  /** Handles in hand, so that a press can ask for a grant without waiting for the database first. */
  const handles = new Map<string, FileSystemDirectoryHandle>();

  async function stateOf(folder: Folder): Promise<FolderState> {
    handles.set(folder.id, folder.handle);
    const range = IDBKeyRange.bound([folder.id], [folder.id, []]);
    const [grant, posts, pending] = await Promise.all([
      folderGrant(folder.handle),
      library.use((database) => database.count('folderFiles', range)),
      pendingDeliveries(library),
    ]);
    return {
      id: folder.id,
      name: folder.name,
      grant,
      ...(folder.indexedAt === undefined ? {} : { indexedAt: folder.indexedAt }),
      posts,
      waiting: pending.filter(({ targetId }) => targetId === folder.id).length,
    };
  }

  async function handleOf(id: string): Promise<FileSystemDirectoryHandle> {
    const handle = handles.get(id) ?? (await getFolder(library, id))?.handle;
    if (!handle) throw new ClipError('target-unknown', id);
    return handle;
  }

  return {
    canPick: canPickFolders(),
    list: async () => Promise.all((await listFolders(library)).map(stateOf)),
    pick: pickFolder,
    dropped: droppedFolder,
    connect: async (handle) => (await connectFolder(library, handle, crypto.randomUUID(), now())).id,
    replace: (id, handle) => {
      handles.delete(id);
      return replaceFolder(library, id, handle);
    },
    disconnect: (id) => disconnectFolder(library, id),
    renewGrant: async (id) => requestFolderGrant(await handleOf(id)),
    index: async (id, onProgress, signal) =>
      indexFolder({ library, folderId: id, directory: handleDirectory(await handleOf(id)), now, onProgress }, signal),
    drain: () => askBackground('drain', true),
  };
}
