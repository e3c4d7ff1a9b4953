import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { link, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of files that are being written, and of locks. Earlier versions had a process id for the random part. */
const UNFINISHED = /^\.jianbao-[\w-]+\.(?:tmp|lock)$/;

/** What a file system says that knows no second names for a file (FAT, some network disks). */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/** An unfinished file of this age, in milliseconds, was left by a process that was killed. */
const LEFT_AFTER = 60 * 60_000;

/** How often a write is retried when its unfinished file was removed: another clock took it for an old one. */
const ATTEMPTS = 3;

export interface WriteOptions {
  /** `nothing`: fails with `EEXIST` where something has the name, also if it came there this moment. */
  readonly onto: 'nothing' | 'anything';
  /** Called just before the file takes its place; what it throws leaves the place as it was. */
  readonly beforePlacing?: () => Promise<void>;
}

/** Whether a name is one that `writeWhole` or a lock uses while it works, and that a killed process leaves behind. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/**
 * Writes a file beside its place, brings it to the disk, and only then puts it there in one step: a reader, a kill or a
 * power cut meets the old file or the new one, never a half. The unfinished file has a random name: two processes never
 * share one, whatever machine or container they run on.
 *
 * @throws the system's error; `EEXIST` as `onto` says.
 */
export async function writeWhole(
  place: string,
  content: string | Uint8Array,
  { onto, beforePlacing }: WriteOptions,
): Promise<void> {
  const folder = dirname(place);
  for (let attempt = 1; ; attempt++) {
    const beside = join(folder, `.jianbao-${randomUUID()}.tmp`);
    try {
      const written = await writeThrough(beside, content, await modeOf(place));
      await removeLeftovers(folder, written);
      await beforePlacing?.();
      if (onto === 'nothing') await claim(beside, place);
      else await rename(beside, place);
      return await settle(folder);
    } catch (error) {
      const isSwept = codeOf(error) === 'ENOENT' && (await lstat(folder).catch(unlessMissing)) !== undefined;
      if (!isSwept || attempt === ATTEMPTS) throw error;
    } finally {
      await rm(beside, { force: true });
    }
  }
}

async function writeThrough(path: string, content: string | Uint8Array, mode: number): Promise<Stats> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  const file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  try {
    await file.writeFile(content);
    await file.sync();
    return await file.stat();
  } finally {
    await file.close();
  }
}

/** A file that takes the place of another has its rights. */
async function modeOf(place: string): Promise<number> {
  const lying = await lstat(place).catch(unlessMissing);
  return lying?.isFile() ? lying.mode & 0o666 : 0o666;
}

/** Takes a place that must be free. Linking and exclusive creation are the two steps that no other program can split. */
async function claim(beside: string, place: string): Promise<void> {
  try {
    await link(beside, place);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    await (await open(place, 'wx')).close();
    await rename(beside, place);
  }
}

/** Brings the new name to the disk too. Windows cannot be asked for that. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** When each folder was last looked through for leftovers, on this process's own clock. */
const sweptAt = new Map<string, number>();

/**
 * Removes what killed processes left in a folder, once an hour.
 *
 * @param written a file of this moment: the age of the others is told by the clock of their own disk.
 */
async function removeLeftovers(folder: string, written: Stats): Promise<void> {
  const now = performance.now();
  if (now - (sweptAt.get(folder) ?? Number.NEGATIVE_INFINITY) < LEFT_AFTER) return;
  sweptAt.set(folder, now);
  for (const name of await readdir(folder)) {
    if (!isUnfinished(name)) continue;
    const path = join(folder, name);
    const left = await lstat(path).catch(unlessMissing);
    if (left?.isFile() && written.mtimeMs - left.mtimeMs > LEFT_AFTER) await rm(path, { force: true });
  }
}

/** For `catch`: nothing where a file is missing; any other error is thrown on. */
export function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

/** The system's own name of an error, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
