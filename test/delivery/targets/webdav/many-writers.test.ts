import { checkPath } from '../../../../src/delivery/http/check-path.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { probeServer } from '../../../../src/delivery/targets/webdav/probe-server.ts';
import { webdavDirectory } from '../../../../src/delivery/targets/webdav/webdav-directory.ts';
import { describeManyWriters } from '../../many-writers.ts';
import { clientOf, describeServers } from './webdav-places.ts';

describeServers('webdav, many writers', (server, name) => {
  describeManyWriters(async () => {
    const abilities = await probeServer(clientOf(server()));
    const target = () => {
      const directory = webdavDirectory(clientOf(server()), name, abilities);
      return folderTarget({ id: `webdav:${name}`, directory, checkPath });
    };
    return { target, folder: server() };
  });
});
