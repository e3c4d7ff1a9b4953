import { ClipError } from '../../../core/model/failure.ts';
import type { Receipt } from '../../../library/model/delivery.ts';
import { sha256 } from '../../sha-256.ts';
import type { Expectation, OutFile, PostToPut } from '../../target.ts';
import { gitBlobId } from './git-blob-id.ts';
import type { FileChange, HostEntry, Snapshot } from './git-host.ts';
import { foldersAbove, repositoryPath } from './repository-path.ts';

export interface PlanDeps {
  /** Below which the target writes, without slashes at its ends; empty for the whole repository. */
  readonly folder: string;
  readonly readBlob: (oid: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** A file of a post as it will be in the repository. */
export interface PlannedFile {
  /** As the target names it, below its folder. */
  readonly path: string;
  readonly bytes: number;
  readonly content: Uint8Array<ArrayBuffer>;
  /** To be written; absent where it is there already. */
  readonly change?: FileChange;
  /** The blob that stays, where nothing is written. */
  readonly oid?: string;
  /** The address of the merge request that it waits in, where nothing is written. */
  readonly page?: string;
}

/**
 * Compares the files of a post with what is at their paths.
 *
 * @throws {ClipError} `name-taken`, `file-changed`, `file-gone`, `wrong-kind`, `name-refused`, `name-too-long`.
 */
export function planPost(deps: PlanDeps, { files, expect }: PostToPut, snapshot: Snapshot): Promise<PlannedFile[]> {
  return Promise.all(files.map((file) => planFile(deps, file, expect, snapshot)));
}

async function planFile(
  deps: PlanDeps,
  file: OutFile,
  expect: Expectation,
  { entries }: Snapshot,
): Promise<PlannedFile> {
  const path = repositoryPath(deps.folder, file.path);
  const content = bytesOf(file);
  const planned = { path: file.path, bytes: content.length, content };
  const entry = entries.get(path);
  const isBelowFile = foldersAbove(path).some((above) => (entries.get(above)?.type ?? 'folder') !== 'folder');
  if (isBelowFile || (entry && entry.type !== 'file')) throw new ClipError('wrong-kind', path);
  const receipt = expect.kind === 'ours' ? expect.receipts.find((each) => each.path === file.path) : undefined;
  if (!entry) {
    if (receipt) throw new ClipError('file-gone', path);
    return { ...planned, change: { path, content } };
  }
  const stays = { ...planned, oid: entry.oid, ...(entry.page === undefined ? {} : { page: entry.page }) };
  if ((await gitBlobId(content, entry.oid)) === entry.oid) return stays;
  // A picture that the user has cropped since: the update brings no other, and does not compete with it.
  if (isPicture(file) && (await isUnchanged(content, receipt))) return { ...stays, oid: receipt?.version ?? entry.oid };
  if (await mayReplace(deps, entry, expect, receipt)) return { ...planned, change: { path, content, replaces: entry } };
  if (isPicture(file) && (await isPointerTo(deps, entry, content))) return stays;
  throw new ClipError(receipt ? 'file-changed' : 'name-taken', path);
}

async function mayReplace(
  { readBlob }: PlanDeps,
  entry: HostEntry,
  expect: Expectation,
  receipt: Receipt | undefined,
): Promise<boolean> {
  if (expect.kind === 'any' || receipt?.version === entry.oid) return true;
  const traces = expect.resumed?.hashes ?? [];
  return traces.length > 0 && traces.includes(await sha256(await readBlob(entry.oid)));
}

async function isUnchanged(content: Uint8Array<ArrayBuffer>, receipt: Receipt | undefined): Promise<boolean> {
  return receipt !== undefined && receipt.version === (await gitBlobId(content, receipt.version));
}

/** A pointer file of Git LFS: the host keeps the content elsewhere, by its SHA-256 (git-lfs, docs/spec.md). */
async function isPointerTo({ readBlob }: PlanDeps, { oid }: HostEntry, content: Uint8Array<ArrayBuffer>) {
  const text = new TextDecoder().decode((await readBlob(oid)).subarray(0, 1024));
  if (!text.startsWith('version https://git-lfs.github.com/spec/')) return false;
  return text.includes(`\noid ${(await sha256(content)).replace('sha-256', 'sha256')}\n`);
}

function isPicture({ content }: OutFile): boolean {
  return typeof content !== 'string';
}

function bytesOf({ content }: OutFile): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
