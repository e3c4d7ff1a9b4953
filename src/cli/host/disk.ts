import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, lstat, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ClipError } from '../../core/model/failure.ts';
import { type FileStat, type ListedEntry, PART_BYTES } from '../../delivery/targets/companion/protocol.ts';
import type { Replaces } from '../../delivery/targets/folder/directory.ts';
import { withFileLock } from '../file-lock.ts';
import { codeOf, isUnfinished, unlessMissing, writeWhole } from '../write-whole.ts';
import { withDiskClaim } from './disk-claims.ts';
import { diskError } from './disk-error.ts';
import { isOffLimits, namesOfPath, namesToWrite } from './names-of-path.ts';

/**
 * One folder of a disk. Paths are below it, `/`-separated. What is reached is a file in the folder itself: a link, a
 * device or a pipe is never opened. Everything throws a `ClipError`.
 */
export interface Disk {
  check(): Promise<void>;
  list(path: string): Promise<readonly ListedEntry[]>;
  /** @throws {ClipError} `name-taken` where something else than a file has the name. */
  look(path: string): Promise<FileStat | undefined>;
  /** The first `limit` bytes, piece by piece. */
  read(path: string, limit: number): AsyncGenerator<Buffer>;
  /**
   * Compares what is there with `replaces` and writes, under a lock and, for an update, a claim that browsers heed: of
   * two writers that replace the same file, one is told `file-changed`.
   *
   * @returns the hash of what is there now, read back.
   */
  write(path: string, content: Buffer, replaces: Replaces): Promise<string>;
}

/** A folder of the disk, and whether links to other folders on the way down are followed. */
interface Root {
  readonly path: string;
  readonly followsLinks: boolean;
}

/** @param followsLinks for a folder that its owner names himself: links that he has put there are his. */
export function openDisk(path: string, followsLinks = false): Disk {
  const root: Root = { path, followsLinks };
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

async function check(root: Root): Promise<void> {
  await enter(root, [], false);
  await access(root.path, constants.R_OK | constants.W_OK);
}

/** What is hidden, and what is neither a file nor a folder, is passed by; what a killed write left is not. */
async function list(root: Root, path: string): Promise<ListedEntry[]> {
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

async function look(root: Root, path: string): Promise<FileStat | undefined> {
  const place = await placeOf(root, namesOfPath(path), false);
  return place === undefined ? undefined : factsOf(place);
}

async function factsOf(place: string): Promise<FileStat | undefined> {
  const found = await lstat(place).catch(unlessMissing);
  if (found && !found.isFile()) throw new ClipError('name-taken', place);
  return found && { size: found.size, modifiedAt: Math.round(found.mtimeMs) };
}

async function* read(root: Root, path: string, limit: number): AsyncGenerator<Buffer> {
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

async function openFile(root: Root, path: string): Promise<FileHandle> {
  const place = await placeOf(root, namesOfPath(path), false);
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file =
    place === undefined ? undefined : await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(unlessMissing);
  if (!file) throw new ClipError('file-gone', path);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new ClipError('wrong-kind', path);
}

async function write(root: Root, path: string, content: Buffer, replaces: Replaces): Promise<string> {
  const place = await placeOf(root, namesToWrite(path), true);
  if (place === undefined) throw new ClipError('folder-gone', path);
  return withFileLock(place, async (refuseLost) => {
    // A new file is created exclusively: no claim is needed.
    if (replaces === 'nothing') return writeAt(root, place, { path, content, replaces }, refuseLost);
    return withDiskClaim(root.path, (refuseLostClaim) =>
      writeAt(root, place, { path, content, replaces }, async () => {
        await refuseLost();
        await refuseLostClaim();
      }),
    );
  });
}

async function writeAt(
  root: Root,
  place: string,
  { path, content, replaces }: { path: string; content: Buffer; replaces: Replaces },
  beforePlacing: () => Promise<void>,
): Promise<string> {
  const wanted = hashOfBytes(content);
  if ((await refuseChanged(root, path, replaces)) === wanted) return wanted;
  try {
    await writeWhole(place, content, { onto: replaces === 'nothing' ? 'nothing' : 'anything', beforePlacing });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new ClipError('name-taken', path) : error;
  }
  const kept = await hashOf(root, path);
  if (kept !== wanted) throw new ClipError('not-kept', path);
  return kept;
}

/**
 * What is there must still be what was seen there.
 *
 * @returns its hash, where it was asked for.
 */
async function refuseChanged(root: Root, path: string, replaces: Replaces): Promise<string | undefined> {
  const lying = await look(root, path);
  if (replaces === 'nothing' && lying) throw new ClipError('name-taken', path);
  if (replaces === 'nothing' || replaces === 'anything') return undefined;
  if (!lying) throw new ClipError('file-gone', path);
  const hash = await hashOf(root, path);
  if (hash !== replaces) throw new ClipError('file-changed', path);
  return hash;
}

/** Read piece by piece: a file of any size takes no more memory than a small one. */
async function hashOf(root: Root, path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const part of read(root, path, Number.POSITIVE_INFINITY)) digest.update(part);
  return `sha-256:${digest.digest('hex')}`;
}

function hashOfBytes(content: Buffer): string {
  return `sha-256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The file's place on the disk; nothing where a folder on the way to it is missing. */
async function placeOf(root: Root, names: readonly string[], create: boolean): Promise<string | undefined> {
  const folder = await enter(root, names.slice(0, -1), create);
  return folder === undefined ? undefined : join(folder, names.at(-1) ?? '');
}

/**
 * Goes down from the root, step by step, so that no step is a link to elsewhere.
 *
 * @param create makes the folders that are missing; never the root: where it is gone, its disk may be unplugged.
 */
async function enter(root: Root, names: readonly string[], create: boolean): Promise<string | undefined> {
  const top = await lstat(root.path).catch(unlessMissing);
  if (!top?.isDirectory()) throw new ClipError('folder-gone', root.path);
  let folder = root.path;
  for (const name of names) {
    folder = join(folder, name);
    const found = await (root.followsLinks ? stat : lstat)(folder).catch(unlessMissing);
    if (!found && !create) return undefined;
    if (!found) await makeFolder(folder);
    else if (!found.isDirectory()) throw new ClipError('wrong-kind', folder);
  }
  return folder;
}

/** Another process may make the same folder at the same moment. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !(await lstat(folder)).isDirectory()) throw error;
  }
}
