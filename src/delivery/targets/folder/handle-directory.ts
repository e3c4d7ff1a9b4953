import { ClipError } from '../../../core/model/failure.ts';
import { type Directory, type Entry, FileMovedOn, type FoundFile } from './directory.ts';
import { folderError } from './folder-error.ts';
import { type FileHandle, type FolderHandle, fileAt, folderAt, isNamed } from './handles.ts';
import { dropLeftClaims, withFolderClaim } from './with-folder-claim.ts';
import { writeFile } from './write-file.ts';

/** Long enough for another program, which looked at a place just before it was written to, to have written there too. */
const OVERTAKEN_WITHIN = 250;

export interface HandleOptions {
  /** Names this browser and no other to those that write in the same folder. */
  readonly owner: string;
  /** Milliseconds after which what was written is looked at again. */
  readonly lookAgainAfter?: number;
  /** Waits so many milliseconds. */
  readonly pause?: (ms: number) => Promise<void>;
}

/**
 * A folder that the browser has a handle for (File System Access API). The API cannot look and write in one step:
 * browsers take turns (`withFolderClaim`), and what other programs write in between is seen when it is looked at again.
 */
export function handleDirectory(
  handle: FolderHandle,
  { owner, lookAgainAfter = OVERTAKEN_WITHIN, pause = wait }: HandleOptions,
): Directory {
  return {
    name: handle.name,
    lookAgainAfter,
    check: () =>
      translated(async () => {
        if ((await handle.queryPermission({ mode: 'readwrite' })) !== 'granted') {
          throw new ClipError('folder-permission', handle.name);
        }
        await handle.values()[Symbol.asyncIterator]().next();
        await dropLeftClaims(handle, owner);
      }),
    list: (path) => translated(() => list(handle, path)),
    look: (path) => translated(async () => found(await fileAt(handle, path))),
    write: (path, content, replaces) =>
      translated(() =>
        withFolderClaim(handle, { owner, pause }, (refuseLost) =>
          writeFile(handle, { path, content }, replaces, refuseLost),
        ),
      ),
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw folderError(error);
  }
}

async function list(root: FolderHandle, path: string): Promise<Entry[]> {
  const folder = await folderAt(root, path);
  const entries: Entry[] = [];
  for await (const entry of folder.values()) {
    const { name } = entry;
    entries.push(
      entry.kind === 'directory'
        ? { kind: 'folder', name }
        : { kind: 'file', name, look: () => translated(() => found(entry)) },
    );
  }
  return entries;
}

async function found(handle: FileHandle | undefined): Promise<FoundFile | undefined> {
  const file = await handle?.getFile().catch(absent);
  return (
    file && {
      size: file.size,
      modifiedAt: file.lastModified,
      read: async (limit = file.size) => {
        try {
          return new Uint8Array(await file.slice(0, limit).arrayBuffer());
        } catch (error) {
          // A `File` is a picture of one moment: it cannot be read any more once the file is another.
          throw error instanceof DOMException ? new FileMovedOn(`${file.name}: ${error.message}`) : error;
        }
      },
    }
  );
}

/** It vanished since it was listed. */
function absent(error: unknown): undefined {
  if (!isNamed(error, 'NotFoundError')) throw error;
}
