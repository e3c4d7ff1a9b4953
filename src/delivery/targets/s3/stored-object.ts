import type { HttpAnswer } from '../../http/send-request.ts';
import { sha256 } from '../../sha-256.ts';
import type { S3Client } from './s3-client.ts';
import { readProblem, s3Error } from './s3-error.ts';

/** An object as the server handed it out. */
export interface StoredObject {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly hash: `sha-256:${string}`;
  /** As the server spells it. */
  readonly etag: string;
  /** Unix milliseconds; 0 where the server does not say. */
  readonly modifiedAt: number;
}

/**
 * The object of a key, read whole.
 *
 * @returns nothing only where the server says `NoSuchKey`: a list may leave keys out, a wrong bucket answers 404 too, and
 * HEAD has no body to tell them apart.
 */
export async function readObject(client: S3Client, key: string): Promise<StoredObject | undefined> {
  const answer = await client.send('GET', key);
  if (answer.status === 404 && readProblem(answer).code === 'NoSuchKey') return undefined;
  if (answer.status !== 200) throw s3Error(answer, client.now());
  return storedObject(answer);
}

async function storedObject({ body, headers }: HttpAnswer): Promise<StoredObject> {
  const modifiedAt = Date.parse(headers.get('last-modified') ?? '');
  return {
    content: body,
    hash: await sha256(body),
    etag: headers.get('etag') ?? '',
    modifiedAt: Number.isNaN(modifiedAt) ? 0 : modifiedAt,
  };
}
