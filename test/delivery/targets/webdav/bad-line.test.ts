import { afterAll, beforeAll } from 'vitest';
import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { probeServer } from '../../../../src/delivery/targets/webdav/probe-server.ts';
import type { WebdavAbilities } from '../../../../src/delivery/targets/webdav/webdav-config.ts';
import { webdavDirectory } from '../../../../src/delivery/targets/webdav/webdav-directory.ts';
import { type FaultyLine, startFaultyLine } from '../../../servers/faulty-line.ts';
import { describeBadLine } from '../../faulty-places.ts';
import { clientOf, describeServers, http } from './webdav-places.ts';

/** Nobody else writes here: the waits for others are cut short. */
const hurried = { ...http, wait: () => http.wait(1) };

// One that writes in place, and one that does not.
describeServers(
  'webdav on a bad line',
  (server, name) => {
    let line: FaultyLine;
    let abilities: WebdavAbilities;
    beforeAll(async () => {
      line = await startFaultyLine(server().url.replace(/\/$/, ''));
      abilities = await probeServer(clientOf(server()));
    });
    afterAll(() => line.stop());

    describeBadLine(
      async () => {
        const directory = webdavDirectory(clientOf(server(), `${line.origin}/`, hurried), name, abilities);
        return { line, folder: server(), target: folderTarget({ id: `webdav:${name}`, directory, checkPath }) };
      },
      // A lock whose answer was lost ends after a minute; a part of a file whose removal failed stays.
      ({ method }) => method === 'LOCK' || method === 'UNLOCK' || method === 'DELETE',
    );
  },
  ['apache2', 'rclone'],
);
