import { ClipError, toFailure } from '../../../core/model/failure.ts';
import { byteLength } from '../../../core/post/file-name.ts';
import { isWritablePath } from '../../../core/post/writable-path.ts';
import type { Receipt } from '../../../library/model/delivery.ts';
import { sha256 } from '../../sha-256.ts';
import type { Expectation, OutFile, Target } from '../../target.ts';
import { type Directory, type FoundFile, type Replaces, textOf } from './directory.ts';

export interface FolderDeps {
  readonly id: string;
  readonly directory: Directory;
  /**
   * Refuses paths that this place cannot hold, besides those that no place does.
   *
   * @throws {ClipError} `name-too-long`, `name-refused`.
   */
  readonly checkPath?: (path: string) => void;
  /** Other paths in the folder that a file missing from its path may have been moved to. */
  readonly placesOf?: (receipt: Receipt) => Promise<readonly string[]>;
}

/**
 * The longest name that Chromium writes, in bytes: it writes `<name>.crswap` beside the file first, and file systems
 * stop at 255. New names are shorter; files from before are still updated.
 */
const LONGEST_NAME = 248;

/** No post and no picture is larger. What is, is never read: it cannot be a file that was written here. */
const LARGEST = 64 * 1024 * 1024;

/**
 * A folder that the user chose. The user's files win: a file is overwritten only where it still has the very bytes that
 * its receipt says were written. Only posts and pictures are written, and nothing hidden.
 */
export function folderTarget({ id, directory, checkPath, placesOf }: FolderDeps): Target {
  const untouched = new WeakSet<Receipt>();
  const { lookAgainAfter } = directory;
  return {
    id,
    root: '',
    check: () => directory.check(),
    async put(files, expect, signal) {
      for (const { path } of files) {
        refusePath(path);
        checkPath?.(path);
      }
      const plans: Plan[] = [];
      for (const file of files) plans.push(await plan(directory, file, expect, placesOf));
      // No other name is looked for then: the reason is what has this one.
      const named = (error: unknown): never => {
        throw expect.kind === 'any' ? wrongKind(error) : error;
      };
      const receipts: Receipt[] = [];
      for (const { file, replaces, written } of plans.toReversed()) {
        signal.throwIfAborted();
        const version = written ?? (await directory.write(file.path, file.content, replaces).catch(named));
        const receipt = { path: file.path, version, bytes: sizeOf(file) };
        if (written !== undefined) untouched.add(receipt);
        receipts.unshift(receipt);
      }
      return receipts;
    },
    async read(path) {
      const found = await directory.look(path).catch((error: unknown) => {
        // A folder or a link has the name: nothing that a post could be.
        if (toFailure(error).code === 'name-taken') return undefined;
        throw error;
      });
      return found && found.size <= LARGEST ? textOf(found) : undefined;
    },
    ...(lookAgainAfter === undefined
      ? {}
      : {
          async lookAgain(puts) {
            await new Promise((resolve) => setTimeout(resolve, lookAgainAfter));
            const kept: boolean[] = [];
            for (const receipts of puts)
              kept.push(
                await areKept(
                  directory,
                  receipts.filter((one) => !untouched.has(one)),
                ),
              );
            return kept;
          },
        }),
  };
}

async function areKept(directory: Directory, receipts: readonly Receipt[]): Promise<boolean> {
  try {
    for (const { path, version, bytes } of receipts) {
      const lying = await directory.look(path);
      if (!lying || lying.size !== bytes || (await sha256(await lying.read())) !== version) return false;
    }
    return true;
  } catch {
    return false; // It cannot be read now: the next attempt says why.
  }
}

function refusePath(path: string): void {
  if (path.split('/').some((name) => byteLength(name) > LONGEST_NAME)) throw new ClipError('name-too-long', path);
  if (!isWritablePath(path)) throw new ClipError('name-refused', path);
}

function isPicture({ content }: OutFile): boolean {
  return typeof content !== 'string';
}

function sizeOf({ content }: OutFile): number {
  return typeof content === 'string' ? byteLength(content) : content.length;
}

/** A file to be written, or, with its hash, one that is there already. */
interface Plan {
  readonly file: OutFile;
  readonly replaces: Replaces;
  readonly written?: string;
}

/** Looks at what is at a file's place before anything is written. Sizes are compared before bytes. */
async function plan(
  directory: Directory,
  file: OutFile,
  expect: Expectation,
  placesOf: FolderDeps['placesOf'],
): Promise<Plan> {
  if (expect.kind === 'any') return { file, replaces: 'anything' };
  const receipt = expect.kind === 'ours' ? expect.receipts.find(({ path }) => path === file.path) : undefined;
  const lying = await lookAt(directory, file.path, receipt !== undefined);
  if (!lying && receipt) return movedPlan(directory, file, receipt, placesOf);
  if (!lying) return { file, replaces: 'nothing' };
  const taken = new ClipError(receipt ? 'file-changed' : 'name-taken', file.path);
  const mayBeOurs = lying.size === sizeOf(file) || lying.size === receipt?.bytes || expect.resumed !== undefined;
  const isPictureKept = isPicture(file) && receipt !== undefined;
  if (lying.size > LARGEST || !(mayBeOurs || isPictureKept)) throw taken;
  const [hash, wanted] = [await sha256(await lying.read()), await sha256(file.content)];
  if (hash === wanted) return { file, replaces: hash, written: hash };
  // A picture that the user has cropped since: the update brings no other, and has no quarrel with it.
  if (isPicture(file) && receipt?.version === wanted) return { file, replaces: hash, written: wanted };
  if (receipt?.version === hash || expect.resumed?.hashes.includes(hash)) return { file, replaces: hash };
  // Chromium makes an empty file before it writes one.
  if (lying.size === 0 && expect.resumed && !receipt) return { file, replaces: hash };
  throw taken;
}

/** @param isOurs whether our file was here: then a folder or a link in its place is more than a taken name. */
async function lookAt(directory: Directory, path: string, isOurs: boolean): Promise<FoundFile | undefined> {
  try {
    return await directory.look(path);
  } catch (error) {
    throw isOurs ? wrongKind(error) : error;
  }
}

function wrongKind(error: unknown): unknown {
  const { code, detail } = toFailure(error);
  return code === 'name-taken' ? new ClipError('wrong-kind', detail) : error;
}

/** Writes over our file where the user moved it to, bytes unchanged. */
async function movedPlan(
  directory: Directory,
  file: OutFile,
  receipt: Receipt,
  placesOf: FolderDeps['placesOf'],
): Promise<Plan> {
  for (const path of (await placesOf?.(receipt)) ?? []) {
    const lying = await lookAt(directory, path, true);
    const hash = lying?.size === receipt.bytes ? await sha256(await lying.read()) : undefined;
    if (hash === receipt.version) return { file: { ...file, path }, replaces: hash };
  }
  // Where the folder itself is gone, no file of it was deleted by the user.
  await directory.check();
  const isGone = (await directory.isGone?.(receipt.path)) ?? true;
  throw new ClipError(isGone ? 'file-gone' : 'offline', receipt.path);
}
