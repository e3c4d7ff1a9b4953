import { ClipError } from '../../../core/model/failure.ts';
import { sha256 } from '../../sha-256.ts';
import { moveFile } from './move-file.ts';
import { readStored, type StoredFile } from './stored-file.ts';
import { uploadTemporary } from './upload-temporary.ts';
import { isDone, type WebdavClient } from './webdav-client.ts';
import type { WebdavAbilities } from './webdav-config.ts';
import { webdavError } from './webdav-error.ts';
import { withLock } from './with-lock.ts';

/**
 * Writes over a file that is still as it was seen, by the best that the server can do: a conditional upload where that
 * looks and writes in one step, else under a lock, else by looking as late as possible.
 *
 * @param before the hash that was seen, or `anything`.
 * @returns the content's hash.
 * @throws {ClipError} `file-changed`, `file-gone`, `file-locked`, `not-kept`.
 */
export async function updateFile(
  client: WebdavClient,
  path: string,
  content: Uint8Array<ArrayBuffer>,
  before: string,
  { atomicIfMatch, locks }: WebdavAbilities,
) {
  const wanted = await sha256(content);
  const expected = before === 'anything' ? undefined : before;
  if (expected !== undefined && atomicIfMatch) await putIfMatch(client, path, content, expected);
  else if (expected !== undefined && locks) {
    await withLock(client, path, (token) => replace(client, path, content, expected, token));
  } else await replace(client, path, content, expected);
  const stored = await readStored(client, path);
  if (stored?.hash !== wanted) throw new ClipError(expected === undefined ? 'not-kept' : 'file-changed', path);
  return wanted;
}

/** Moves the new file over the old one, which was looked at just before. */
async function replace(
  client: WebdavClient,
  path: string,
  content: Uint8Array<ArrayBuffer>,
  expected: string | undefined,
  token?: string,
): Promise<void> {
  let isLost = false;
  await uploadTemporary(client, path, content, async (temporary) => {
    if (expected !== undefined) await readExpected(client, path, expected);
    const { answer, settling } = await moveFile(client, temporary, path, true, token);
    if (isDone(answer)) {
      if (token === undefined) await client.wait(settling);
      return true;
    }
    // A connection that broke may have had this very request sent twice: then the file was moved already.
    const stored = await readStored(client, path);
    if (stored && stored.hash !== (await sha256(content))) throw webdavError(answer, client.now());
    isLost = stored === undefined;
    return false;
  });
  if (isLost) await restore(client, path, content, token);
}

/**
 * Writes the new file where the server has removed both. rclone, and what else is built on Go's WebDAV package, removes
 * the file at the destination before it finds that there is none to be moved.
 */
async function restore(
  client: WebdavClient,
  path: string,
  content: Uint8Array<ArrayBuffer>,
  token: string | undefined,
): Promise<void> {
  await uploadTemporary(client, path, content, async (temporary) => {
    const { answer } = await moveFile(client, temporary, path, false, token);
    if (!isDone(answer)) throw webdavError(answer, client.now());
    return true;
  });
}

async function putIfMatch(
  client: WebdavClient,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  expected: string,
): Promise<void> {
  const etag = (await readExpected(client, path, expected)).headers.get('etag');
  const headers = { 'Content-Type': 'application/octet-stream', 'If-Match': etag ?? '"none"' };
  const answer = await client.send('PUT', path, { body, headers });
  if (answer.status === 412) throw new ClipError('file-changed', path);
  if (!isDone(answer)) throw webdavError(answer, client.now());
}

async function readExpected(client: WebdavClient, path: string, expected: string): Promise<StoredFile> {
  const stored = await readStored(client, path);
  if (!stored) throw new ClipError('file-gone', path);
  if (stored.hash !== expected) throw new ClipError('file-changed', path);
  return stored;
}
