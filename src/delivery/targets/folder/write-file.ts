import { ClipError } from '../../../core/model/failure.ts';
import { sha256 } from '../../sha-256.ts';
import type { OutFile } from '../../target.ts';
import type { Replaces } from './directory.ts';
import { type FileHandle, type FolderHandle, fileAt, isNamed, nameOf, parentOf } from './handles.ts';

/**
 * Writes one file and reads it back. Chromium writes beside the file and swaps on close, so the file is whole at any
 * moment; but it makes an empty file first where there was none, and leaves it behind when the disk is full. What the
 * file replaces is looked at once more just before the swap.
 *
 * @param refuseLost throws where another writer may come in between.
 * @returns the content's hash.
 * @throws what the API throws; `name-taken` or `file-changed` where another writer came first; `not-kept` where another
 * content is read back.
 */
export async function writeFile(
  root: FolderHandle,
  { path, content }: OutFile,
  replaces: Replaces,
  refuseLost: () => Promise<void>,
): Promise<string> {
  const isNew = (await fileAt(root, path)) === undefined;
  if (isNew && replaces.startsWith('sha-256:')) throw new ClipError('file-gone', path);
  const folder = await parentOf(root, path, true);
  if (!folder) throw new ClipError('folder-gone', path);
  const file = await createFile(folder, nameOf(path));
  try {
    await writeWhole(file, content, async () => {
      await refuseOvertaken(file, path, replaces);
      await refuseLost();
    });
  } catch (error) {
    if (isNew) await removeEmpty(folder, nameOf(path));
    throw error;
  }
  const [wanted, kept] = await Promise.all([sha256(content), sha256(await file.getFile())]);
  if (wanted !== kept) throw new ClipError('not-kept', path);
  return kept;
}

/** A link to elsewhere is neither found nor made: Chromium does not follow links out of the folder. */
async function createFile(folder: FolderHandle, name: string): Promise<FileHandle> {
  try {
    return await folder.getFileHandle(name, { create: true });
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) throw new ClipError('name-taken', name);
    throw error;
  }
}

/** @throws {ClipError} where the file is not the one to replace. An empty one was made by `createFile`. */
async function refuseOvertaken(file: FileHandle, path: string, replaces: Replaces): Promise<void> {
  if (replaces === 'anything') return;
  const now = await file.getFile();
  if (replaces === 'nothing') {
    if (now.size > 0) throw new ClipError('name-taken', path);
  } else if ((await sha256(now)) !== replaces) throw new ClipError('file-changed', path);
}

async function writeWhole(file: FileHandle, content: OutFile['content'], check: () => Promise<void>): Promise<void> {
  const writable = await file.createWritable();
  try {
    await writable.write(content);
    await check();
    await writable.close();
  } catch (error) {
    await writable.abort().catch(ignoreClosed);
    throw error;
  }
}

/** A stream that failed is closed already, and says so when it is aborted. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
}

async function removeEmpty(folder: FolderHandle, name: string): Promise<void> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    if (file.size === 0) await folder.removeEntry(name);
  } catch (error) {
    // The reason why nothing could be written is the one to tell, not that of the clearing up.
    if (!(error instanceof DOMException)) throw error;
  }
}
