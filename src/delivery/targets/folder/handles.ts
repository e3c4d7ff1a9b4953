import { ClipError } from '../../../core/model/failure.ts';

/**
 * The parts of the File System Access API that are used. `FileSystemDirectoryHandle` and `FileSystemFileHandle` are
 * assignable to them as they are; tests put a real folder of the computer behind them.
 */
export interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<WritableFile>;
}

export interface WritableFile {
  write(content: string | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Puts what was written in the place of the file, at once. */
  close(): Promise<void>;
  abort(): Promise<void>;
}

export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  values(): AsyncIterable<FileHandle | FolderHandle>;
  queryPermission(descriptor: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}

/** The folder at `path`, `/`-separated; the root for the empty one. */
export async function folderAt(root: FolderHandle, path: string): Promise<FolderHandle> {
  let folder = root;
  for (const name of path.split('/')) if (name !== '') folder = await folder.getDirectoryHandle(name);
  return folder;
}

/** Returns the folder that `path` (`/`-separated, a file's) is in; nothing where one of its parents is missing. */
export async function parentOf(root: FolderHandle, path: string, create: boolean): Promise<FolderHandle | undefined> {
  let folder = root;
  for (const name of path.split('/').slice(0, -1)) {
    try {
      folder = await folder.getDirectoryHandle(name, { create });
    } catch (error) {
      if (!create && isNamed(error, 'NotFoundError')) return undefined;
      throw error;
    }
  }
  return folder;
}

/**
 * The file at `path`; nothing where there is none.
 *
 * @throws {ClipError} `name-taken` where a folder has the name.
 */
export async function fileAt(root: FolderHandle, path: string): Promise<FileHandle | undefined> {
  const folder = await parentOf(root, path, false);
  if (!folder) return undefined;
  try {
    return await folder.getFileHandle(nameOf(path));
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return undefined;
    throw isNamed(error, 'TypeMismatchError') ? new ClipError('name-taken', path) : error;
  }
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Tells a DOMException by its name, as the specifications do. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
