import { ClipError, type FailureCode } from '../../../core/model/failure.ts';
import { byteLength } from '../../../core/post/file-name.ts';
import { folderOf } from '../../../core/post/nth-path.ts';
import type { Receipt } from '../../../library/model/delivery.ts';
import { DOWNLOADS_ID } from '../../../library/model/target-record.ts';
import { sha256 } from '../../sha-256.ts';
import type { Expectation, OutFile, Target } from '../../target.ts';

/** The part of a download's record that is used. */
export interface DownloadRecord {
  readonly id: number;
  /** Absolute path on the disk; empty until the browser has settled it. */
  readonly filename: string;
  readonly state: string;
  readonly error?: string | undefined;
  readonly fileSize: number;
  /** False where the browser knows that the file was removed. */
  readonly exists?: boolean;
  readonly byExtensionId?: string | undefined;
}

/** The part of `browser.downloads` that is used. */
export interface DownloadsApi {
  download(options: {
    url: string;
    filename: string;
    conflictAction: 'uniquify' | 'overwrite';
    saveAs: boolean;
  }): Promise<number>;
  removeFile(id: number): Promise<void>;
  search(query: { id?: number; startedAfter?: string; limit?: number }): Promise<readonly DownloadRecord[]>;
  readonly onChanged: {
    addListener(listener: (change: { id: number }) => void): void;
    removeListener(listener: (change: { id: number }) => void): void;
  };
}

/** An address under which the browser can download given bytes. */
export interface DownloadAddress {
  readonly url: string;
  /** To be called when the download is over, and not before. */
  release(): void;
}

export interface DownloadsDeps {
  readonly downloads: DownloadsApi;
  readonly addressOf: (file: OutFile) => DownloadAddress;
  /** The extension's id: only its own downloads are taken for what a killed attempt left. */
  readonly extensionId: string;
  /** Sub-folder of the browser's download folder, without slashes at the ends; empty for none. */
  readonly folder: string;
}

/** What an interrupted download means. Names: `downloads.InterruptReason` of Chromium and Firefox. */
const INTERRUPTIONS: Readonly<Record<string, FailureCode>> = {
  FILE_NO_SPACE: 'disk-full',
  FILE_NAME_TOO_LONG: 'name-too-long',
  FILE_TOO_LARGE: 'disk-full',
  FILE_ACCESS_DENIED: 'download-refused',
  FILE_BLOCKED: 'download-refused',
  FILE_SECURITY_CHECK_FAILED: 'download-refused',
  FILE_VIRUS_INFECTED: 'download-refused',
  USER_CANCELED: 'download-cancelled',
};

/** Longest name that downloads take, in bytes: both browsers write `name.crdownload`/`.part` first. */
const NAME_LIMIT = 240;

/**
 * The browser's download folder. It can be written to but not read, so what is ours there is known from the receipts
 * alone: a file with a receipt is overwritten, any other is never touched (the browser then finds a free name, and
 * the name it found is what the receipt says).
 */
export function downloadsTarget(deps: DownloadsDeps): Target {
  return {
    id: DOWNLOADS_ID,
    root: deps.folder === '' ? '' : `${deps.folder}/`,
    async check() {},
    async put(files, expect, signal) {
      const [post, ...assets] = files;
      if (!post) return [];
      const receipts: Receipt[] = [];
      const isOnlyVersion = await isOnlyVersionInFlight(files, expect);
      for (const file of [...assets, post]) {
        signal.throwIfAborted();
        receipts.push(await putFile(deps, file, expect, isOnlyVersion));
      }
      return [...receipts.slice(-1), ...receipts.slice(0, -1)];
    },
  };
}

/** Whether nothing but these very files was in flight when the attempts before were cut off. */
async function isOnlyVersionInFlight(files: readonly OutFile[], expect: Expectation): Promise<boolean> {
  if (expect.kind === 'any' || !expect.resumed) return false;
  const ours = new Set<string>(await Promise.all(files.map(({ content }) => sha256(content))));
  return expect.resumed.hashes.every((hash) => ours.has(hash));
}

async function putFile(
  deps: DownloadsDeps,
  file: OutFile,
  expect: Expectation,
  isOnlyVersion: boolean,
): Promise<Receipt> {
  if (file.path.split('/').some((name) => byteLength(name) > NAME_LIMIT)) {
    throw new ClipError('name-too-long', file.path);
  }
  const bytes = typeof file.content === 'string' ? byteLength(file.content) : file.content.length;
  const done =
    (await resume(deps, file, expect, isOnlyVersion, bytes)) ??
    (await download(deps, file, conflictAction(file, expect)));
  if (!isWhole(done, bytes)) throw await removePartialFile(deps, done, bytes);
  return {
    path: finalPath(file.path, done.filename),
    version: `download-${done.id}`,
    bytes,
    reference: String(done.id),
    location: done.filename,
  };
}

function conflictAction({ path }: OutFile, expect: Expectation): 'overwrite' | 'uniquify' {
  return expect.kind === 'any' || (expect.kind === 'ours' && hasReceipt(expect.receipts, path))
    ? 'overwrite'
    : 'uniquify';
}

/**
 * What a killed attempt has downloaded already. It is overwritten where another version may be there: which of those
 * that were in flight it is, the record does not say.
 */
async function resume(
  deps: DownloadsDeps,
  file: OutFile,
  expect: Expectation,
  isOnlyVersion: boolean,
  bytes: number,
): Promise<DownloadRecord | undefined> {
  if (expect.kind === 'any' || !expect.resumed) return undefined;
  const earlier = await findEarlier(deps, file.path, expect.resumed.since);
  if (!earlier || (isOnlyVersion && isWhole(earlier, bytes))) return earlier;
  return download(deps, { ...file, path: finalPath(file.path, earlier.filename) }, 'overwrite');
}

function isWhole({ fileSize }: DownloadRecord, bytes: number): boolean {
  return fileSize < 0 || fileSize === bytes;
}

/**
 * Firefox calls a download complete that it could only write in part (measured on 153, on a full disk). Half a post is
 * worse than none.
 */
async function removePartialFile({ downloads }: DownloadsDeps, { id, fileSize }: DownloadRecord, bytes: number) {
  const left = await downloads.removeFile(id).then(
    () => '',
    (error: unknown) => `, which cannot be removed: ${String(error)}`,
  );
  return new ClipError(fileSize < bytes ? 'disk-full' : 'download-interrupted', `${fileSize} of ${bytes} bytes${left}`);
}

function hasReceipt(receipts: readonly Receipt[], path: string): boolean {
  return receipts.some((receipt) => receipt.path === path);
}

async function download(
  { downloads, addressOf }: DownloadsDeps,
  file: OutFile,
  conflictAction: 'uniquify' | 'overwrite',
): Promise<DownloadRecord> {
  const address = addressOf(file);
  try {
    const id = await downloads
      .download({ url: address.url, filename: file.path, conflictAction, saveAs: false })
      .catch(refused);
    return succeeded(await settled(downloads, id));
  } finally {
    address.release();
  }
}

/** Both browsers reject a name they do not like with a sentence, not a code. */
function refused(error: unknown): never {
  const detail = error instanceof Error ? error.message : String(error);
  throw new ClipError(/filename/i.test(detail) ? 'name-refused' : 'download-refused', detail);
}

function succeeded(record: DownloadRecord): DownloadRecord {
  if (record.state === 'complete') return record;
  throw new ClipError(INTERRUPTIONS[record.error ?? ''] ?? 'download-interrupted', record.error ?? record.state);
}

/** Waits until a download is complete or interrupted. Listens first and then looks, so that no change is missed. */
function settled(downloads: DownloadsApi, id: number): Promise<DownloadRecord> {
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const [record] = await downloads.search({ id });
      if (!record) throw new ClipError('download-cancelled', 'no longer in the list of downloads');
      if (record.state !== 'in_progress') finish(() => resolve(record));
    };
    const finish = (answer: () => void): void => {
      downloads.onChanged.removeListener(onChanged);
      answer();
    };
    const onChanged = (change: { id: number }): void => {
      if (change.id === id) look().catch((error: unknown) => finish(() => reject(error)));
    };
    downloads.onChanged.addListener(onChanged);
    onChanged({ id });
  });
}

/** The download that a killed attempt for this path had begun, once it is over; nothing where it came to nothing. */
async function findEarlier(deps: DownloadsDeps, path: string, since: number): Promise<DownloadRecord | undefined> {
  const records = await deps.downloads.search({ startedAfter: new Date(since - 1).toISOString(), limit: 0 });
  for (const record of records) {
    if (record.byExtensionId !== deps.extensionId || !isNameFor(path, record.filename)) continue;
    const over = await settled(deps.downloads, record.id);
    if (over.state === 'complete' && over.exists !== false) return over;
  }
  return undefined;
}

/** `…/story.md` and `…/story (1).md` (Chromium) or `…/story(1).md` (Firefox) can result from asking for `story.md`. */
function isNameFor(path: string, filename: string): boolean {
  const plain = slashed(filename).replace(/ ?\(\d+\)(?=(?:\.[^./]*)?$)/, '');
  return plain === path || plain.endsWith(`/${path}`);
}

/** The path below the download folder, from the absolute one; where another extension moved the file, its name. */
function finalPath(asked: string, filename: string): string {
  const real = slashed(filename);
  const name = real.slice(real.lastIndexOf('/') + 1);
  const folder = folderOf(asked);
  return folderOf(real).endsWith(`/${folder}`) ? folder + name : name;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
