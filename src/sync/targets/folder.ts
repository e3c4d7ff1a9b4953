import { ClipError } from '../../core/failure.ts';
import { byteLength, MAX_NAME_BYTES } from '../../core/post/file-name.ts';
import type { Receipt } from '../../library/delivery.ts';
import { folderError } from '../folder/folder-error.ts';
import { type FolderHandle, fileAt } from '../folder/handles.ts';
import { writeFile } from '../folder/write-file.ts';
import { sha256 } from '../sha-256.ts';
import type { Expectation, OutFile, Target } from '../target.ts';

export interface FolderRoom {
  readonly id: string;
  readonly handle: FolderHandle;
  /** Other places in the folder where a file that is no longer at its own may have been moved to. */
  readonly placesOf?: (receipt: Receipt) => Promise<readonly string[]>;
}

/**
 * A folder of the user's own, through the File System Access API. The user's files win: a file is written over only
 * where it still has the very bytes that its receipt says we wrote.
 */
export function folderTarget({ id, handle, placesOf }: FolderRoom): Target {
  return {
    id,
    root: '',
    async check() {
      if ((await handle.queryPermission({ mode: 'readwrite' })) !== 'granted') {
        throw new ClipError('folder-permission', handle.name);
      }
      await translate(() => handle.values()[Symbol.asyncIterator]().next());
    },
    put(files, expect, signal) {
      return translate(() => putAll(handle, files, expect, signal, placesOf));
    },
  };
}

async function translate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw folderError(error);
  }
}

async function putAll(
  root: FolderHandle,
  files: readonly OutFile[],
  expect: Expectation,
  signal: AbortSignal,
  placesOf: FolderRoom['placesOf'],
): Promise<Receipt[]> {
  for (const { path } of files) refuseLongNames(path);
  const settled: Receipt[] = [];
  const plans: Plan[] = [];
  for (const file of files) plans.push(await plan(root, file, expect, placesOf));
  for (const { file, written } of plans.toReversed()) {
    signal.throwIfAborted();
    const version = written ?? (await writeFile(root, file));
    settled.unshift({ path: file.path, version, bytes: sizeOf(file) });
  }
  return settled;
}

function refuseLongNames(path: string): void {
  if (path.split('/').some((name) => byteLength(name) > MAX_NAME_BYTES)) throw new ClipError('name-too-long', path);
}

function sizeOf({ content }: OutFile): number {
  return typeof content === 'string' ? byteLength(content) : content.length;
}

/** A file to be written, or, with the hash of it, one that lies there already. */
interface Plan {
  readonly file: OutFile;
  readonly written?: string;
}

/** Looks at what lies at a file's place before anything is written. */
async function plan(
  root: FolderHandle,
  file: OutFile,
  expect: Expectation,
  placesOf: FolderRoom['placesOf'],
): Promise<Plan> {
  if (expect.kind === 'any') return { file };
  const receipt = expect.kind === 'ours' ? expect.receipts.find(({ path }) => path === file.path) : undefined;
  const lying = await fileAt(root, file.path);
  if (!lying && receipt) return { file: { ...file, path: await movedTo(root, receipt, placesOf) } };
  if (!lying) return { file };
  const found = await lying.getFile();
  const hash = await sha256(found);
  if (hash === (await sha256(file.content))) return { file, written: hash };
  if (receipt?.version === hash || expect.resumed?.hash === hash) return { file };
  // Chromium makes an empty file before it writes one.
  if (found.size === 0 && expect.resumed && !receipt) return { file };
  throw new ClipError(receipt ? 'file-changed' : 'name-taken', file.path);
}

/** Where the user moved our file to, bytes unchanged. */
async function movedTo(root: FolderHandle, receipt: Receipt, placesOf: FolderRoom['placesOf']): Promise<string> {
  for (const path of (await placesOf?.(receipt)) ?? []) {
    const file = await fileAt(root, path);
    if (file && (await sha256(await file.getFile())) === receipt.version) return path;
  }
  throw new ClipError('file-gone', receipt.path);
}
