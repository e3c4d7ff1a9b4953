import { constants } from 'node:fs';
import { access, readdir, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ClipError, toFailure } from '../../core/model/failure.ts';
import { CLAIMS, type ClaimFolder, withFolderClaim } from '../../delivery/targets/folder/with-folder-claim.ts';
import { withFileLock } from '../file-lock.ts';
import { makeFolder } from '../make-folder.ts';
import { codeOf } from '../write-whole.ts';

/** To browsers, all processes of the command line and the companion are one writer: a file lock has them take turns. */
const OWNER = 'command-line';

/**
 * Does `work` while no browser and no other process that asks updates files in the same folder. A browser cannot use
 * file locks; the command line can make the browser's claims.
 *
 * @param work is given a check that throws where the claim was lost (a computer that slept).
 * @throws {ClipError} `file-changed` where the folder stays claimed by another.
 */
export async function withDiskClaim<T>(
  root: string,
  work: (refuseLost: () => Promise<void>) => Promise<T>,
): Promise<T> {
  // Where no claim can be made, no browser can make one either.
  if (!(await isWritable(root))) return work(async () => {});
  return withFileLock(join(root, CLAIMS), async (refuseLostLock) => {
    try {
      return await withFolderClaim(claimFolder(root), { owner: OWNER, pause: setTimeout }, (refuseLostClaim) =>
        work(async () => {
          await refuseLostLock();
          await refuseLostClaim();
        }),
      );
    } catch (error) {
      const { code, detail } = toFailure(error);
      throw code === 'file-locked'
        ? new ClipError('file-changed', `${root}: a browser writes there: ${detail}`)
        : error;
    }
  });
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder of the disk that throws what the File System Access API throws. */
function claimFolder(path: string): ClaimFolder {
  return {
    name: basename(path),
    getDirectoryHandle: (name, { create = false } = {}) =>
      asInBrowsers(async () => {
        const folder = join(path, name);
        if (create) await makeFolder(folder);
        await readdir(folder);
        return claimFolder(folder);
      }),
    getFileHandle: (name, { create = false } = {}) =>
      asInBrowsers(async () => {
        const file = join(path, name);
        if (create) await writeFile(file, '', { flag: 'a' });
        await stat(file);
        return { getFile: () => asInBrowsers(async () => ({ lastModified: (await stat(file)).mtimeMs })) };
      }),
    removeEntry: (name) =>
      asInBrowsers(async () => {
        const place = join(path, name);
        await ((await stat(place)).isDirectory() ? rmdir(place) : unlink(place));
      }),
    async *values() {
      for (const name of await asInBrowsers(() => readdir(path))) yield { name };
    },
  };
}

const NAMES: Readonly<Record<string, string>> = {
  ENOENT: 'NotFoundError',
  ENOTDIR: 'TypeMismatchError',
  EEXIST: 'TypeMismatchError',
  ENOTEMPTY: 'InvalidModificationError',
  EISDIR: 'TypeMismatchError',
  ENOSPC: 'QuotaExceededError',
  EACCES: 'NoModificationAllowedError',
  EPERM: 'NoModificationAllowedError',
  EROFS: 'NoModificationAllowedError',
};

async function asInBrowsers<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = NAMES[codeOf(error)];
    throw error instanceof Error && name ? new DOMException(error.message, name) : error;
  }
}
