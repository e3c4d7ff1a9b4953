import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { HttpDeps } from '../../../../src/delivery/http/send-request.ts';
import { createWebdavClient, type WebdavClient } from '../../../../src/delivery/targets/webdav/webdav-client.ts';
import type { WebdavConfig } from '../../../../src/delivery/targets/webdav/webdav-config.ts';
import {
  missingServer,
  startWebdavServer,
  WEBDAV_SERVERS,
  type WebdavServer,
  type WebdavServerName,
} from '../../../servers/webdav-server.ts';

/** The real network and clock. */
export const http: HttpDeps = {
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Runs a block of tests against each WebDAV server that is installed; the server's folder is empty before each. */
export function describeServers(
  name: string,
  body: (server: () => WebdavServer, serverName: WebdavServerName) => void,
  names: readonly WebdavServerName[] = WEBDAV_SERVERS,
): void {
  for (const serverName of names) {
    const missing = missingServer(serverName);
    describe.skipIf(missing)(`${name}: ${serverName}${missing ? ` (skipped: ${missing})` : ''}`, () => {
      let server: WebdavServer;
      beforeAll(async () => {
        server = await startWebdavServer(serverName);
      });
      beforeEach(() => server.empty());
      afterAll(() => server.stop());
      body(() => server, serverName);
    });
  }
}

/** A client of a server's folder. @param url another way to the same server, such as a faulty line. */
export function clientOf(server: WebdavServer, url = server.url, deps: HttpDeps = http): WebdavClient {
  const config: WebdavConfig = { url, username: server.username };
  return createWebdavClient(deps, config, async () => server.password);
}
