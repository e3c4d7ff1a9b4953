import { sha256 } from '../../sha-256.ts';
import type { WebdavClient } from './webdav-client.ts';
import { webdavError } from './webdav-error.ts';

/** A file as the server handed it out. */
export interface StoredFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly hash: `sha-256:${string}`;
  readonly headers: Headers;
}

/**
 * The file at a path, read whole: a hash is a fact, an ETag a hint.
 *
 * @returns nothing where the server says that there is none.
 */
export async function readStored(client: WebdavClient, path: string): Promise<StoredFile | undefined> {
  const answer = await client.send('GET', path);
  const { status, body, headers } = answer;
  if (status === 404 || status === 410) return undefined;
  if (status !== 200) throw webdavError(answer, client.now());
  return { content: body, hash: await sha256(body), headers };
}
