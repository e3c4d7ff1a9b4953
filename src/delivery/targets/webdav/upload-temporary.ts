import { ClipError } from '../../../core/model/failure.ts';
import { folderOf } from '../../../core/post/nth-path.ts';
import { sha256 } from '../../sha-256.ts';
import { checkFolder } from './list-folder.ts';
import { readStored } from './stored-file.ts';
import { isDone, type WebdavClient } from './webdav-client.ts';
import { uploadError, webdavError } from './webdav-error.ts';

/**
 * Uploads a file under a temporary name beside its final place, reads it back, and passes the name to
 * `place`. Servers that write in place (rclone, most on Node) leave a part of a file where an upload is cut off: never
 * where a post is. What is left of the temporary file is removed.
 *
 * The name does not begin with a dot, as nginx would not list it; nor does it end like a post.
 *
 * @param place moves the file where it belongs, and says whether it is gone from its temporary name.
 */
export async function uploadTemporary(
  client: WebdavClient,
  path: string,
  content: Uint8Array<ArrayBuffer>,
  place: (temporary: string) => Promise<boolean>,
): Promise<void> {
  const temporary = temporaryBeside(path);
  let isGone = false;
  try {
    await upload(client, temporary, content);
    const stored = await readStored(client, temporary);
    if (stored?.hash !== (await sha256(content))) throw new ClipError('not-kept', path);
    isGone = await place(temporary);
  } finally {
    if (!isGone) await removeQuietly(client, temporary);
  }
}

/** Returns a unique name for a temporary file. */
export function temporaryBeside(path: string): string {
  return `${folderOf(path)}jianbao-${crypto.randomUUID()}.tmp`;
}

async function upload(client: WebdavClient, path: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const put = () => client.send('PUT', path, { body, headers: { 'Content-Type': 'application/octet-stream' } });
  const first = await put();
  if (isDone(first)) return;
  if (!mayLackFolder(first.status)) throw uploadError(first, client.now());
  // Where the place's own folder is gone, that is the failure to tell.
  await checkFolder(client, '');
  if (folderOf(path) === '') throw uploadError(first, client.now());
  await makeFolders(client, folderOf(path));
  const second = await put();
  if (!isDone(second)) throw uploadError(second, client.now());
}

/** An upload into a folder that is not there: 409 by RFC 4918, 404 and 500 on some servers, 403 on nginx. */
function mayLackFolder(status: number): boolean {
  return status === 403 || status === 404 || status === 409 || status === 500;
}

/** Makes the folders of a path below the place's own, which is never made here: where it is gone, that is said. */
async function makeFolders(client: WebdavClient, folder: string): Promise<void> {
  const names = folder.split('/').filter((name) => name !== '');
  for (let depth = 1; depth <= names.length; depth++) {
    const answer = await client.send('MKCOL', `${names.slice(0, depth).join('/')}/`);
    // 405: it is there already. rclone says 201 then.
    if (!isDone(answer) && answer.status !== 405) throw webdavError(answer, client.now());
  }
}

/** A leftover costs nothing but a line in a listing; why the upload failed is what has to be told. */
async function removeQuietly(client: WebdavClient, path: string): Promise<void> {
  await client.send('DELETE', path).catch((error: unknown) => {
    console.warn('A temporary file is left behind:', error instanceof Error ? error.message : error);
  });
}
