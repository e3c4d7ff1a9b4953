import { ClipError } from '../../../core/model/failure.ts';
import { isUnencrypted } from '../origin-access.ts';
import type { TargetLimit, TargetTest } from '../target-test.ts';
import { checkFolder, isFileAt } from './list-folder.ts';
import { probeServer } from './probe-server.ts';
import { isDone, type WebdavClient } from './webdav-client.ts';
import type { WebdavAbilities, WebdavConfig } from './webdav-config.ts';
import { webdavError } from './webdav-error.ts';

/**
 * Tries a WebDAV place out: makes its folder where that is missing, writes, reads back and removes throwaway files.
 *
 * @throws {ClipError} `auth-expired`, `access-denied`, `server-unsupported`, `folder-gone` …
 */
export async function testWebdav(config: WebdavConfig, client: WebdavClient): Promise<TargetTest> {
  await checkFolder(client, '').catch(async (error: unknown) => {
    await throwIfFile(client, error);
    await makeMissing(client, error);
  });
  const abilities = await probeServer(client);
  return {
    config: { ...config, abilities },
    limits: limitsOf(config.url, abilities),
    ...(abilities.server === '' ? {} : { product: abilities.server }),
  };
}

/**
 * An address of a file is asked for as a folder's first, with a slash at its end. Servers answer that with 400 (Apache), 403 (lighttpd),
 * 404 and more.
 *
 * @throws {ClipError} `wrong-kind` where a file is at the address.
 */
async function throwIfFile(client: WebdavClient, error: unknown): Promise<void> {
  const mayBeFile =
    error instanceof ClipError && ['folder-gone', 'server-unsupported', 'access-denied'].includes(error.code);
  if (mayBeFile && (await isFileAt(client, client.urlOf('').replace(/\/+$/, '')))) {
    throw new ClipError('wrong-kind', 'a file is at this address', { cause: error });
  }
}

/** Only the last folder of the address is made: where the one above is missing too, the address is wrong. */
async function makeMissing(client: WebdavClient, error: unknown): Promise<void> {
  if (!(error instanceof ClipError) || error.code !== 'folder-gone') throw error;
  const answer = await client.send('MKCOL', '');
  if (!isDone(answer)) throw webdavError(answer, client.now());
  await checkFolder(client, '');
}

function limitsOf(url: string, { keepsExisting, locks, atomicIfMatch, server }: WebdavAbilities): TargetLimit[] {
  const limits: TargetLimit[] = [];
  if (!keepsExisting) limits.push('create-races');
  if (!locks && !atomicIfMatch) limits.push('update-races');
  if (server === 'rclone') limits.push('edits-seen-late');
  if (isUnencrypted(url)) limits.push('unencrypted');
  return limits;
}
