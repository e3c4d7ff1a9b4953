import { ClipError } from '../../../core/model/failure.ts';
import { sha256 } from '../../sha-256.ts';
import { moveFile } from './move-file.ts';
import { readStored } from './stored-file.ts';
import { uploadTemporary } from './upload-temporary.ts';
import { isDone, type WebdavClient } from './webdav-client.ts';
import { webdavError } from './webdav-error.ts';

/**
 * Writes a file where none exists. No WebDAV server has a request that does this safely among several writers, so the
 * file is moved into place, and believed only when it is read back after all that moved at the same time have ended.
 *
 * @returns the content's hash.
 * @throws {ClipError} `name-taken` where another file is there, or was written there at the same time.
 */
export async function createFile(client: WebdavClient, path: string, content: Uint8Array<ArrayBuffer>) {
  const wanted = await sha256(content);
  await uploadTemporary(client, path, content, async (temporary) => {
    const { answer, settling } = await moveFile(client, temporary, path, false);
    // 412: something is there. 404: the file was moved already, by this request if a proxy sent it twice.
    if (!isDone(answer) && answer.status !== 412 && answer.status !== 404) throw webdavError(answer, client.now());
    if (isDone(answer)) await client.wait(settling);
    const stored = await readStored(client, path);
    if (stored?.hash === wanted) return isDone(answer);
    throw stored ? new ClipError('name-taken', path) : webdavError(answer, client.now());
  });
  return wanted;
}
