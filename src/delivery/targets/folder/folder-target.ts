import { ClipError } from '../../../core/model/failure.ts';
import { byteLength, MAX_NAME_BYTES } from '../../../core/post/file-name.ts';
import type { Receipt } from '../../../library/model/delivery.ts';
import { sha256 } from '../../sha-256.ts';
import type { Expectation, OutFile, Target } from '../../target.ts';
import type { Directory, Replaces } from './directory.ts';

export interface FolderDeps {
  readonly id: string;
  readonly directory: Directory;
  /** Other places in the folder where a file that is no longer at its own may have been moved to. */
  readonly placesOf?: (receipt: Receipt) => Promise<readonly string[]>;
}

/**
 * A folder of the user's own. The user's files win: a file is written over only where it still has the very bytes that
 * its receipt says we wrote.
 */
export function folderTarget({ id, directory, placesOf }: FolderDeps): Target {
  return {
    id,
    root: '',
    check: () => directory.check(),
    put: (files, expect, signal) => putAll(directory, files, expect, signal, placesOf),
  };
}

async function putAll(
  directory: Directory,
  files: readonly OutFile[],
  expect: Expectation,
  signal: AbortSignal,
  placesOf: FolderDeps['placesOf'],
): Promise<Receipt[]> {
  for (const { path } of files) refuseLongNames(path);
  const settled: Receipt[] = [];
  const plans: Plan[] = [];
  for (const file of files) plans.push(await plan(directory, file, expect, placesOf));
  for (const { file, replaces, written } of plans.toReversed()) {
    signal.throwIfAborted();
    const version = written ?? (await directory.write(file.path, file.content, replaces));
    settled.unshift({ path: file.path, version, bytes: sizeOf(file) });
  }
  return settled;
}

function refuseLongNames(path: string): void {
  if (path.split('/').some((name) => byteLength(name) > MAX_NAME_BYTES)) throw new ClipError('name-too-long', path);
}

function isPicture({ content }: OutFile): boolean {
  return typeof content !== 'string';
}

function sizeOf({ content }: OutFile): number {
  return typeof content === 'string' ? byteLength(content) : content.length;
}

/** A file to be written, or, with the hash of it, one that lies there already. */
interface Plan {
  readonly file: OutFile;
  readonly replaces: Replaces;
  readonly written?: string;
}

/** Looks at what lies at a file's place before anything is written. */
async function plan(
  directory: Directory,
  file: OutFile,
  expect: Expectation,
  placesOf: FolderDeps['placesOf'],
): Promise<Plan> {
  if (expect.kind === 'any') return { file, replaces: 'anything' };
  const receipt = expect.kind === 'ours' ? expect.receipts.find(({ path }) => path === file.path) : undefined;
  const lying = await directory.look(file.path);
  if (!lying && receipt) return movedPlan(directory, file, receipt, placesOf);
  if (!lying) return { file, replaces: 'nothing' };
  const [hash, wanted] = [await sha256(await lying.read()), await sha256(file.content)];
  if (hash === wanted) return { file, replaces: hash, written: hash };
  // A picture that the user has cropped since: the update brings no other, and has no quarrel with it.
  if (isPicture(file) && receipt?.version === wanted) return { file, replaces: hash, written: wanted };
  if (receipt?.version === hash || expect.resumed?.hashes.includes(hash)) return { file, replaces: hash };
  // Chromium makes an empty file before it writes one.
  if (lying.size === 0 && expect.resumed && !receipt) return { file, replaces: hash };
  throw new ClipError(receipt ? 'file-changed' : 'name-taken', file.path);
}

/** Writes over our file where the user moved it to, bytes unchanged. */
async function movedPlan(
  directory: Directory,
  file: OutFile,
  receipt: Receipt,
  placesOf: FolderDeps['placesOf'],
): Promise<Plan> {
  for (const path of (await placesOf?.(receipt)) ?? []) {
    const lying = await directory.look(path);
    const hash = lying && (await sha256(await lying.read()));
    if (hash === receipt.version) return { file: { ...file, path }, replaces: hash };
  }
  // Where the folder itself is gone, no file of it was deleted by the user.
  await directory.check();
  throw new ClipError('file-gone', receipt.path);
}
