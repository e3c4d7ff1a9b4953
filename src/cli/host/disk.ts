import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, lstat, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClipError } from '../../core/model/failure.ts';
import { type FileStat, type ListedEntry, PART_BYTES } from '../../delivery/targets/companion/protocol.ts';
import type { Replaces } from '../../delivery/targets/folder/directory.ts';
import { codeOf, isUnfinished, writeWhole } from '../write-whole.ts';
import { diskError } from './disk-error.ts';
import { isOffLimits, namesOfPath, namesToWrite } from './names-of-path.ts';

/**
 * The one folder that the companion has. Paths are below it, `/`-separated. No link is followed, neither on the way nor
 * at the end: what is reached lies in the folder itself. Everything throws a `ClipError`.
 */
export interface Disk {
  check(): Promise<void>;
  list(path: string): Promise<readonly ListedEntry[]>;
  look(path: string): Promise<FileStat | undefined>;
  /** The first `limit` bytes, piece by piece. */
  read(path: string, limit: number): AsyncGenerator<Buffer>;
  /** @returns the hash of what lies there now, read back. */
  write(path: string, content: Buffer, replaces: Replaces): Promise<string>;
}

export function openDisk(root: string): Disk {
  return {
    check: () => translated(() => check(root)),
    list: (path) => translated(() => list(root, path)),
    look: (path) => translated(() => look(root, path)),
    read: (path, limit) => read(root, path, limit),
    write: (path, content, replaces) => translated(() => write(root, path, content, replaces)),
  };
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error);
  }
}

async function check(root: string): Promise<void> {
  await enter(root, [], false);
  await access(root, constants.R_OK | constants.W_OK);
}

/** What is hidden, and what is neither a file nor a folder, is passed by; what a killed write left is not. */
async function list(root: string, path: string): Promise<ListedEntry[]> {
  const folder = await enter(root, path === '' ? [] : namesOfPath(path), false);
  if (folder === undefined) throw new ClipError('folder-gone', path);
  const entries: ListedEntry[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (isOffLimits(name) && !isUnfinished(name)) continue;
    if (entry.isDirectory()) entries.push({ kind: 'folder', name });
    const facts = entry.isFile() ? await factsOf(join(folder, name)) : undefined;
    if (facts) entries.push({ kind: 'file', name, ...facts });
  }
  return entries;
}

async function look(root: string, path: string): Promise<FileStat | undefined> {
  const place = await placeOf(root, namesOfPath(path), false);
  return place === undefined ? undefined : factsOf(place);
}

async function factsOf(place: string): Promise<FileStat | undefined> {
  const found = await lstat(place).catch(missing);
  if (found && !found.isFile()) throw new ClipError('wrong-kind', place);
  return found && { size: found.size, modifiedAt: Math.round(found.mtimeMs) };
}

async function* read(root: string, path: string, limit: number): AsyncGenerator<Buffer> {
  const file = await translated(() => openFile(root, path));
  try {
    for (let at = 0; at < limit; ) {
      const part = Buffer.allocUnsafe(Math.min(PART_BYTES, limit - at));
      const { bytesRead } = await translated(() => file.read(part, 0, part.length, at));
      if (bytesRead === 0) return;
      at += bytesRead;
      yield part.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function openFile(root: string, path: string): Promise<FileHandle> {
  const place = await placeOf(root, namesOfPath(path), false);
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = place === undefined ? undefined : await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(missing);
  if (!file) throw new ClipError('file-gone', path);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new ClipError('wrong-kind', path);
}

async function write(root: string, path: string, content: Buffer, replaces: Replaces): Promise<string> {
  const place = await placeOf(root, namesToWrite(path), true);
  if (place === undefined) throw new ClipError('folder-gone', path);
  await refuseChanged(root, path, replaces);
  try {
    await writeWhole(place, content, replaces === 'nothing' ? 'nothing' : 'anything');
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new ClipError('name-taken', path) : error;
  }
  const kept = await hashOf(root, path);
  if (kept !== hash([content])) throw new ClipError('not-kept', path);
  return kept;
}

/** What lies there must still be what the extension saw there. */
async function refuseChanged(root: string, path: string, replaces: Replaces): Promise<void> {
  const lying = await look(root, path);
  if (replaces === 'nothing' && lying) throw new ClipError('name-taken', path);
  if (replaces === 'nothing' || replaces === 'anything') return;
  if (!lying) throw new ClipError('file-gone', path);
  if ((await hashOf(root, path)) !== replaces) throw new ClipError('file-changed', path);
}

async function hashOf(root: string, path: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of read(root, path, Number.POSITIVE_INFINITY)) parts.push(part);
  return hash(parts);
}

function hash(parts: readonly Buffer[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return `sha-256:${digest.digest('hex')}`;
}

/** The file's place on the disk; nothing where a folder on the way to it is missing. */
async function placeOf(root: string, names: readonly string[], create: boolean): Promise<string | undefined> {
  const folder = await enter(root, names.slice(0, -1), create);
  return folder === undefined ? undefined : join(folder, names.at(-1) ?? '');
}

/**
 * Goes down from the root, step by step, so that no step is a link to elsewhere.
 *
 * @param create makes the folders that are missing; never the root: where it is gone, its disk may be unplugged.
 */
async function enter(root: string, names: readonly string[], create: boolean): Promise<string | undefined> {
  const top = await lstat(root).catch(missing);
  if (!top?.isDirectory()) throw new ClipError('folder-gone', root);
  let folder = root;
  for (const name of names) {
    folder = join(folder, name);
    const found = await lstat(folder).catch(missing);
    if (!found && !create) return undefined;
    if (!found) await mkdir(folder);
    else if (!found.isDirectory()) throw new ClipError('wrong-kind', folder);
  }
  return folder;
}

function missing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}
