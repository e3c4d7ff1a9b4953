import { ClipError } from '../../../core/model/failure.ts';
import { bytesOf } from '../../bytes-of.ts';
import { type Directory, type Entry, FileMovedOn, type FoundFile } from '../folder/directory.ts';
import { createFile } from './create-file.ts';
import { checkFolder, listFolder } from './list-folder.ts';
import { probeServer } from './probe-server.ts';
import { readStored, type StoredFile } from './stored-file.ts';
import { updateFile } from './update-file.ts';
import type { WebdavClient } from './webdav-client.ts';
import type { WebdavAbilities } from './webdav-config.ts';

/** Between the two listings that have to agree that a file is gone, in milliseconds. */
const SECOND_LOOK = 300;

/** A folder of a WebDAV server. @param abilities what is known of the server; it is tried once where nothing is. */
export function webdavDirectory(client: WebdavClient, name: string, abilities?: WebdavAbilities): Directory {
  let probed: Promise<WebdavAbilities> | undefined;

  function knownAbilities(): Promise<WebdavAbilities> {
    if (abilities) return Promise.resolve(abilities);
    probed ??= probeServer(client).catch((error: unknown) => {
      probed = undefined;
      throw error;
    });
    return probed;
  }

  return {
    name,
    lookAgainAfter: 0,
    check: () => checkFolder(client, ''),
    list: async (path) => (await listFolder(client, path)).map((entry) => entryOf(client, path, entry)),
    async look(path) {
      const stored = await readStored(client, path);
      return stored && foundFile(stored);
    },
    isGone: (path) => isGone(client, path),
    async write(path, content, replaces) {
      const bytes = bytesOf(content);
      if (replaces === 'nothing') return createFile(client, path, bytes);
      return updateFile(client, path, bytes, replaces, await knownAbilities());
    },
  };
}

function entryOf(client: WebdavClient, folder: string, entry: Awaited<ReturnType<typeof listFolder>>[number]): Entry {
  const { name, isFolder, size, modifiedAt } = entry;
  if (isFolder) return { kind: 'folder', name };
  const path = folder === '' ? name : `${folder}/${name}`;
  return {
    kind: 'file',
    name,
    look: async () => ({ size, modifiedAt, read: (limit) => readListed(client, path, limit) }),
  };
}

async function readListed(client: WebdavClient, path: string, limit?: number): Promise<Uint8Array<ArrayBuffer>> {
  const stored = await readStored(client, path);
  if (!stored) throw new FileMovedOn(path);
  return stored.content.slice(0, limit);
}

function foundFile({ content, headers }: StoredFile): FoundFile {
  const modifiedAt = Date.parse(headers.get('last-modified') ?? '');
  return {
    size: content.length,
    modifiedAt: Number.isNaN(modifiedAt) ? 0 : modifiedAt,
    read: async (limit) => content.slice(0, limit),
  };
}

/** Two listings, one after the other, know nothing of the file. */
async function isGone(client: WebdavClient, path: string): Promise<boolean> {
  const at = path.lastIndexOf('/');
  for (const pause of [0, SECOND_LOOK]) {
    await client.wait(pause);
    const entries = await listFolder(client, path.slice(0, Math.max(0, at))).catch(noFolder);
    if (entries.some(({ name }) => name === path.slice(at + 1))) return false;
  }
  return true;
}

/** Where the file's folder is gone, the file is. That the place itself is there, the caller has seen to. */
function noFolder(error: unknown): [] {
  if (error instanceof ClipError && error.code === 'folder-gone') return [];
  throw error;
}
