import { ClipError, toFailure } from '../../../core/model/failure.ts';
import { sha256 } from '../../sha-256.ts';
import type { Replaces } from '../folder/directory.ts';
import { spellEtag } from './probe-bucket.ts';
import type { S3Abilities } from './s3-abilities.ts';
import type { S3Client } from './s3-client.ts';
import { s3Error } from './s3-error.ts';
import { readObject } from './stored-object.ts';
import { type ClaimRequest, UncertainWrite, withClaim } from './with-claim.ts';

/** What is written where. */
export interface ObjectWrite extends ClaimRequest {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly replaces: Replaces;
}

/**
 * Writes an object and reads it back: under a condition where the bucket obeys it, else under a claim.
 *
 * @returns the content's hash.
 * @throws {ClipError} `name-taken` (replaces nothing), `file-changed`, `file-gone`, `file-locked`, `not-kept`.
 */
export async function writeObject(client: S3Client, write: ObjectWrite, abilities: S3Abilities): Promise<string> {
  const wanted = await sha256(write.content);
  const { replaces } = write;
  if (replaces === 'anything') await put(client, write);
  else if (replaces === 'nothing') await create(client, write, abilities);
  else await update(client, write, replaces, abilities);
  const stored = await readObject(client, write.key);
  if (stored?.hash === wanted) return wanted;
  throw new ClipError(REFUSALS[replaces] ?? 'file-changed', write.key);
}

const REFUSALS: Readonly<Record<string, 'name-taken' | 'not-kept'>> = { nothing: 'name-taken', anything: 'not-kept' };

/** A 412 may come from the first try, whose response was lost: the caller reads what is there, and trusts that. */
async function create(client: S3Client, write: ObjectWrite, { createIf }: S3Abilities): Promise<void> {
  if (createIf) return put(client, write, { 'If-None-Match': '*' });
  await claimed(client, write, 'name-taken', async () => {
    if (await readObject(client, write.key)) return;
    await putOrUncertain(client, write);
  });
}

async function update(
  client: S3Client,
  write: ObjectWrite,
  expected: string,
  { updateIf }: S3Abilities,
): Promise<void> {
  if (updateIf !== false) {
    const { etag } = await readExpected(client, write.key, expected);
    return put(client, write, { 'If-Match': spellEtag(etag, updateIf) });
  }
  await claimed(client, write, 'conflict', async () => {
    await readExpected(client, write.key, expected);
    await putOrUncertain(client, write);
  });
}

/** A key that stays claimed is left alone: another name, or a choice for the user. */
async function claimed(
  client: S3Client,
  request: ClaimRequest,
  code: 'name-taken' | 'conflict',
  work: () => Promise<void>,
): Promise<void> {
  try {
    await withClaim(client, request, work);
  } catch (error) {
    throw toFailure(error).code === 'file-locked'
      ? new ClipError(code, `${request.key}: claimed`, { cause: error })
      : error;
  }
}

async function readExpected(client: S3Client, key: string, expected: string) {
  const stored = await readObject(client, key);
  if (!stored) throw new ClipError('file-gone', key);
  if (stored.hash !== expected) throw new ClipError('file-changed', key);
  return stored;
}

/** 412 is left to what is read back. */
async function put(client: S3Client, { key, content, type }: ObjectWrite, condition: Record<string, string> = {}) {
  const hash = (await sha256(content)).slice('sha-256:'.length);
  const headers = { 'Content-Type': type, 'x-amz-meta-sha256': hash, ...condition };
  const answer = await client.send('PUT', key, { body: content, headers });
  const isRefused = answer.status === 412 && Object.keys(condition).length > 0;
  if (answer.status !== 200 && !isRefused) throw s3Error(answer, client.now());
}

/** Where no answer came, or one of a server in trouble, the object may be there, or still arrive. */
async function putOrUncertain(client: S3Client, write: ObjectWrite): Promise<void> {
  try {
    await put(client, write);
  } catch (error) {
    if (toFailure(error).code !== 'offline') throw error;
    if (!(await isStored(client, write))) throw new UncertainWrite(error);
  }
}

/** False as well where it cannot be read now: why, the failure before says. */
async function isStored(client: S3Client, { key, content }: ObjectWrite): Promise<boolean> {
  try {
    return (await readObject(client, key))?.hash === (await sha256(content));
  } catch (error) {
    if (error instanceof ClipError) return false;
    throw error;
  }
}
