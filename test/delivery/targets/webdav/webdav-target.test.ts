import { beforeAll, expect, test } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { probeServer } from '../../../../src/delivery/targets/webdav/probe-server.ts';
import type { WebdavAbilities } from '../../../../src/delivery/targets/webdav/webdav-config.ts';
import { webdavDirectory } from '../../../../src/delivery/targets/webdav/webdav-directory.ts';
import { describeTarget } from '../../contract.ts';
import { clientOf, describeServers } from './webdav-places.ts';

/** What each server was found to do (Apache 2.4, nginx 1.22 with dav-ext, lighttpd 1.4.69, rclone 1.60). */
const ABILITIES = {
  apache2: { keepsExisting: true, locks: true, atomicIfMatch: false, server: 'Apache' },
  nginx: { keepsExisting: true, locks: true, atomicIfMatch: false, server: 'nginx' },
  lighttpd: { keepsExisting: true, locks: false, atomicIfMatch: true, server: 'lighttpd' },
  rclone: { keepsExisting: true, locks: true, atomicIfMatch: false, server: 'rclone' },
} as const satisfies Record<string, WebdavAbilities>;

describeServers('webdav', (server, name) => {
  let abilities: WebdavAbilities;
  beforeAll(async () => {
    abilities = await probeServer(clientOf(server()));
  });

  test('finds out what the server does, and leaves nothing behind', async () => {
    expect(abilities).toEqual(ABILITIES[name]);
    expect(server().files()).toEqual({});
  });

  describeTarget(name, { readsFiles: true }, async () => ({
    target: folderTarget({
      id: `webdav:${name}`,
      directory: webdavDirectory(clientOf(server()), name, abilities),
      checkPath,
    }),
    folder: server(),
  }));
});
