import { ClipError } from '../../../core/model/failure.ts';
import { isNamed } from './handles.ts';

/** Holds the claims while they last. Hidden: site generators, vaults and our own reading pass it by. */
export const CLAIMS = '.jianbao-claims';

/** Writers that claim at once all step back, and come again after waits that differ, in milliseconds. */
const TRIES = 60;
const SHORTEST_WAIT = 5;
const LONGEST_WAIT = 250;

/** A claim that is older than a new one by so much, in milliseconds, was left by a browser that was killed. */
const LEFT_AFTER = 60_000;

/** Nothing is put in its place under a claim of this age, in milliseconds: others may soon take it for left. */
const HOLDS_FOR = 30_000;

/** What claims need of a folder: the part of `FolderHandle` that the command line has for a folder of the disk, too. */
export interface ClaimFolder {
  readonly name: string;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<ClaimFolder>;
  getFileHandle(
    name: string,
    options?: { create?: boolean },
  ): Promise<{ getFile(): Promise<{ readonly lastModified: number }> }>;
  removeEntry(name: string): Promise<void>;
  values(): AsyncIterable<{ readonly name: string }>;
}

export interface ClaimOptions {
  /** Names this browser and no other: what it left behind when it was killed it knows again. */
  readonly owner: string;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Does `work` while no other browser that asks writes in the same folder. The File System Access API cannot create a
 * file exclusively, so each writer creates a claim under a name of its own and then looks for others: of two, the one
 * that looks later sees the other's. Who sees another's takes its own away and comes again.
 *
 * Where no claim can be made at all (a file has the folder's name), the work is done without: what others write in
 * between is seen when the folder target looks again.
 *
 * @param work is given a check that throws where the claim does not hold any more (a computer that slept).
 * @throws {ClipError} `file-locked` where the folder stays claimed by another.
 */
export async function withFolderClaim<T>(
  root: ClaimFolder,
  { owner, pause }: ClaimOptions,
  work: (refuseLost: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const name = `${nameOfOwner(owner)}.${crypto.randomUUID()}`;
  for (let attempt = 1; ; attempt++) {
    const claims = await putClaim(root, name);
    if (!claims) return work(async () => {});
    const since = performance.now();
    try {
      if (await isAlone(claims, name)) return await work(() => refuseLost(claims, name, since));
    } finally {
      await takeAway(root, claims, name);
    }
    if (attempt === TRIES) throw new ClipError('file-locked', root.name);
    await pause(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT));
  }
}

/** Takes away what this browser left when it was killed. Only one drain at a time may claim, and none while this runs. */
export async function dropLeftClaims(root: ClaimFolder, owner: string): Promise<void> {
  try {
    const claims = await root.getDirectoryHandle(CLAIMS);
    const names: string[] = [];
    for await (const { name } of claims.values()) names.push(name);
    for (const name of names) if (ownerOf(name) === nameOfOwner(owner)) await removeIfThere(claims, name);
    await removeIfThere(root, CLAIMS);
  } catch (error) {
    // A file that has the folder's name holds no claims.
    if (!isNamed(error, 'NotFoundError') && !isNamed(error, 'TypeMismatchError')) throw error;
  }
}

/** The part of a claim's name that says whose it is: a target's id has a colon, which no name may have. */
function nameOfOwner(owner: string): string {
  return owner.replace(/[^\w-]/g, '');
}

function ownerOf(name: string): string | undefined {
  return name.split('.')[0];
}

/**
 * Another writer may take the empty folder away between the two steps.
 *
 * @returns nothing where no claim can be made. What is wrong with the whole folder is told by the write.
 */
async function putClaim(root: ClaimFolder, name: string): Promise<ClaimFolder | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      const claims = await root.getDirectoryHandle(CLAIMS, { create: true });
      await claims.getFileHandle(name, { create: true });
      return claims;
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      if (!isNamed(error, 'NotFoundError') || attempt === TRIES) return undefined;
    }
  }
}

/** Looks for claims of others. Those that killed browsers left are taken away. */
async function isAlone(claims: ClaimFolder, name: string): Promise<boolean> {
  const others: string[] = [];
  for await (const { name: other } of claims.values()) if (other !== name) others.push(other);
  let isFree = true;
  for (const other of others) {
    // One drain at a time in a browser: its own claim of before is left over.
    if (ownerOf(other) === ownerOf(name) || (await isLeft(claims, name, other))) await removeIfThere(claims, other);
    else isFree = false;
  }
  return isFree;
}

/** Both ages are told by the clock of the folder's own disk. */
async function isLeft(claims: ClaimFolder, name: string, other: string): Promise<boolean> {
  try {
    return (await createdAt(claims, other)) < (await createdAt(claims, name)) - LEFT_AFTER;
  } catch (error) {
    // It has gone this moment. Whether others are left is seen at the next look.
    if (isNamed(error, 'NotFoundError')) return false;
    throw error;
  }
}

async function createdAt(claims: ClaimFolder, name: string): Promise<number> {
  return (await (await claims.getFileHandle(name)).getFile()).lastModified;
}

async function refuseLost(claims: ClaimFolder, name: string, since: number): Promise<void> {
  const isThere = await claims.getFileHandle(name).then(
    () => true,
    (error: unknown) => {
      if (isNamed(error, 'NotFoundError')) return false;
      throw error;
    },
  );
  if (!isThere || performance.now() - since > HOLDS_FOR) throw new ClipError('file-locked', 'the claim was lost');
}

/** The folder goes with the last claim; it stays where another's is in it. */
async function takeAway(root: ClaimFolder, claims: ClaimFolder, name: string): Promise<void> {
  await removeIfThere(claims, name);
  await removeIfThere(root, CLAIMS);
}

async function removeIfThere(folder: ClaimFolder, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    // A claim that cannot be removed is taken for left after a while.
    if (!(error instanceof DOMException)) throw error;
  }
}
