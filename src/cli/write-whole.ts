import { constants } from 'node:fs';
import { link, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What our unfinished files are called: by the process that writes them, which has one at a time. */
const UNFINISHED = /^\.jianbao-(\d+)\.tmp$/;

/** What a file system says that knows no second names for a file (FAT, some network disks). */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/** Whether a file is one that a killed `writeWhole` left. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/**
 * Writes a file beside its place, brings it to the disk, and only then puts it there at once: a reader, a kill or a
 * power cut meets the old file or the new one, never a half. What a killed process left unfinished beside it is removed.
 *
 * @param onto `nothing`: fails with `EEXIST` where something lies at the place, also if it came there this moment.
 */
export async function writeWhole(
  place: string,
  content: string | Uint8Array,
  onto: 'nothing' | 'anything',
): Promise<void> {
  const folder = dirname(place);
  await removeUnfinished(folder);
  const beside = join(folder, `.jianbao-${process.pid}.tmp`);
  try {
    await writeThrough(beside, content, await modeOf(place));
    if (onto === 'nothing') await claim(beside, place);
    else await rename(beside, place);
    await settle(folder);
  } finally {
    await rm(beside, { force: true });
  }
}

async function writeThrough(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  const file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file that takes the place of another has its rights. */
async function modeOf(place: string): Promise<number> {
  const lying = await lstat(place).catch(unlessMissing);
  return lying?.isFile() ? lying.mode & 0o666 : 0o666;
}

/** A link is made only where nothing is: the one way to say so that no other program can come between. */
async function claim(beside: string, place: string): Promise<void> {
  try {
    await link(beside, place);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    if (await lstat(place).catch(unlessMissing)) throw Object.assign(new Error(`EEXIST: ${place}`), { code: 'EEXIST' });
    await rename(beside, place);
  }
}

/** The new name too is on the disk. Windows cannot be asked for that. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(UNFINISHED.exec(name)?.[1]);
    if (pid === process.pid || (pid > 0 && !isRunning(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

/** The system's own name of an error, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
