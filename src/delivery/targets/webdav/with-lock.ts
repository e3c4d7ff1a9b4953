import { ClipError } from '../../../core/model/failure.ts';
import { isDone, type WebdavClient } from './webdav-client.ts';
import { webdavError } from './webdav-error.ts';

/** A lock outlives a killed worker by so long. */
const LOCK_SECONDS = 60;

const LOCK_BODY = new TextEncoder().encode(
  '<?xml version="1.0" encoding="utf-8"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype><owner>Jianbao</owner></lockinfo>',
);

/**
 * Runs `work` while no other client may write to a file (RFC 4918, 9.10). Only for existing files: to lock a name that
 * is free makes an empty file on most servers.
 *
 * @throws {ClipError} `file-locked` where another has the lock, `file-gone` where the file is not there any more.
 */
export async function withLock<T>(client: WebdavClient, path: string, work: (token: string) => Promise<T>): Promise<T> {
  const { token, isNew } = await lock(client, path);
  try {
    if (isNew) throw new ClipError('file-gone', path);
    return await work(token);
  } finally {
    if (isNew) await client.send('DELETE', path, { headers: { If: `(<${token}>)` } });
    await unlock(client, path, token);
  }
}

async function lock(client: WebdavClient, path: string): Promise<{ token: string; isNew: boolean }> {
  const headers = {
    Depth: '0',
    Timeout: `Second-${LOCK_SECONDS}`,
    'Content-Type': 'application/xml; charset=utf-8',
  };
  const answer = await client.send('LOCK', path, { headers, body: LOCK_BODY });
  const token = /<([^>]+)>/.exec(answer.headers.get('lock-token') ?? '')?.[1];
  if (!isDone(answer) || token === undefined) throw webdavError(answer, client.now());
  return { token, isNew: answer.status === 201 };
}

/** A lock that is not released expires; on some servers the moved file took the old one's lock along. */
export async function unlock(client: WebdavClient, path: string, token: string): Promise<void> {
  await client.send('UNLOCK', path, { headers: { 'Lock-Token': `<${token}>` } }).catch((error: unknown) => {
    console.warn('A lock is left to end by itself:', error instanceof Error ? error.message : error);
  });
}
