import { ClipError } from '../../../core/model/failure.ts';
import type { S3Abilities } from './s3-abilities.ts';
import type { S3Client } from './s3-client.ts';
import { s3Error } from './s3-error.ts';
import { readObject } from './stored-object.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const [ONE, TWO] = [bytes('one'), bytes('two')];
/** An ETag that no object of these bytes has. */
const WRONG = '"00000000000000000000000000000000"';

/**
 * Finds out what a bucket does, with one throwaway object below the prefix, which is gone afterwards.
 *
 * @throws {ClipError} `auth-expired`, `access-denied`, `folder-gone` … where it cannot be written to at all.
 */
export async function probeBucket(client: S3Client, prefix: string): Promise<S3Abilities> {
  const key = `${prefix}jianbao-${crypto.randomUUID()}.tmp`;
  try {
    await put(client, key, ONE);
    return { createIf: await obeysIfNoneMatch(client, key), updateIf: await spellingOfIfMatch(client, key) };
  } finally {
    await client.send('DELETE', key);
  }
}

async function put(client: S3Client, key: string, body: Uint8Array<ArrayBuffer>) {
  const answer = await client.send('PUT', key, { body });
  if (answer.status !== 200) throw s3Error(answer, client.now());
  const stored = await readObject(client, key);
  if (!stored || !isSame(stored.content, body)) throw new ClipError('not-kept', key);
  return stored;
}

/** Both halves count: with 412 alone the object may have been overwritten all the same. */
async function obeysIfNoneMatch(client: S3Client, key: string): Promise<boolean> {
  return isRefused(client, key, { 'If-None-Match': '*' });
}

async function spellingOfIfMatch(client: S3Client, key: string): Promise<S3Abilities['updateIf']> {
  for (const spelling of ['quoted', 'bare'] as const) {
    const { etag } = await put(client, key, ONE);
    if (!(await isRefused(client, key, { 'If-Match': spellEtag(WRONG, spelling) }))) continue;
    const answer = await client.send('PUT', key, { body: TWO, headers: { 'If-Match': spellEtag(etag, spelling) } });
    const stored = await readObject(client, key);
    if (answer.status === 200 && stored && isSame(stored.content, TWO)) return spelling;
  }
  return false;
}

/** The answer is 412, and the object still is what it was. */
async function isRefused(client: S3Client, key: string, headers: Record<string, string>): Promise<boolean> {
  const answer = await client.send('PUT', key, { body: TWO, headers });
  const stored = await readObject(client, key);
  return answer.status === 412 && stored !== undefined && isSame(stored.content, ONE);
}

/** RADOS Gateway refuses the ETag as it writes it, and takes the bare digits. */
export function spellEtag(etag: string, spelling: 'quoted' | 'bare'): string {
  const bare = etag.replaceAll('"', '');
  return spelling === 'bare' ? bare : `"${bare}"`;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
