import { ClipError } from '../../../core/model/failure.ts';
import { moveFile } from './move-file.ts';
import { readStored } from './stored-file.ts';
import { temporaryBeside } from './upload-temporary.ts';
import { isDone, type WebdavClient } from './webdav-client.ts';
import type { WebdavAbilities } from './webdav-config.ts';
import { webdavError } from './webdav-error.ts';
import { withLock } from './with-lock.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const [ONE, TWO, THREE] = [bytes('one'), bytes('two'), bytes('three')];
const TYPE = { 'Content-Type': 'application/octet-stream' };

/**
 * Finds out what a server does, with two throwaway files in the place's folder. Both are gone afterwards.
 *
 * @throws {ClipError} `access-denied`, `server-unsupported`, `not-kept` … where it cannot be written to at all.
 */
export async function probeServer(client: WebdavClient): Promise<WebdavAbilities> {
  const [kept, moved] = [temporaryBeside(''), temporaryBeside('')];
  try {
    const { headers } = await writeAndRead(client, kept, ONE);
    const server = /^[^/\s(]+/.exec(headers.get('server') ?? '')?.[0] ?? (await realmOf(client));
    await writeAndRead(client, moved, TWO);
    const keepsExisting = await keepsFileFromMove(client, moved, kept);
    const atomicIfMatch = server === 'lighttpd' && (await obeysIfMatch(client, kept));
    return { keepsExisting, locks: await locksHold(client, kept), atomicIfMatch, server };
  } finally {
    for (const path of [kept, moved]) await client.send('DELETE', path);
  }
}

/** rclone says who it is where it asks for a sign-in, and nowhere else. */
async function realmOf(client: WebdavClient): Promise<string> {
  const { headers } = await client.send('PROPFIND', '', { headers: { Depth: '0' }, isAnonymous: true });
  return /realm="([^"]*)"/i.exec(headers.get('www-authenticate') ?? '')?.[1] ?? '';
}

async function writeAndRead(client: WebdavClient, path: string, body: Uint8Array<ArrayBuffer>) {
  const answer = await client.send('PUT', path, { body, headers: TYPE });
  if (!isDone(answer)) throw webdavError(answer, client.now());
  const stored = await readStored(client, path);
  if (!stored || !isSame(stored.content, body)) throw new ClipError('not-kept', path);
  return stored;
}

/** @throws {ClipError} `server-unsupported` where files cannot be moved. */
async function keepsFileFromMove(client: WebdavClient, from: string, to: string): Promise<boolean> {
  const { answer } = await moveFile(client, from, to, false);
  if (!isDone(answer) && answer.status !== 412) throw webdavError(answer, client.now());
  const stored = await readStored(client, to);
  return stored !== undefined && isSame(stored.content, ONE);
}

/** A wrong ETag is refused and changes nothing, the right one is taken. */
async function obeysIfMatch(client: WebdavClient, path: string): Promise<boolean> {
  const before = await writeAndRead(client, path, ONE);
  const put = (etag: string) => client.send('PUT', path, { body: TWO, headers: { ...TYPE, 'If-Match': etag } });
  if ((await put('"another"')).status !== 412) return false;
  const unchanged = await readStored(client, path);
  return unchanged?.hash === before.hash && isDone(await put(before.headers.get('etag') ?? '"none"'));
}

/** Others are kept out, and the holder can move a file in. */
async function locksHold(client: WebdavClient, path: string): Promise<boolean> {
  const temporary = temporaryBeside('');
  await writeAndRead(client, path, ONE);
  try {
    return await withLock(client, path, async (token) => {
      const intruder = await client.send('PUT', path, { body: TWO, headers: TYPE });
      const stored = await readStored(client, path);
      if (intruder.status !== 423 || !stored || !isSame(stored.content, ONE)) return false;
      await writeAndRead(client, temporary, THREE);
      const { answer } = await moveFile(client, temporary, path, true, token);
      const replaced = await readStored(client, path);
      return isDone(answer) && replaced !== undefined && isSame(replaced.content, THREE);
    });
  } catch (error) {
    // A server without locks says so in any of many ways; the network's own failures are another thing.
    if (error instanceof ClipError && error.code !== 'offline' && error.code !== 'rate-limited') return false;
    throw error;
  } finally {
    await client.send('DELETE', temporary);
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
