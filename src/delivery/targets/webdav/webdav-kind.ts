import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { otherPathsOfStory } from '../../../library/queries/folder-files.ts';
import { checkPath } from '../../http/check-path.ts';
import { folderTarget } from '../folder/folder-target.ts';
import type { NetworkDeps, TargetKind } from '../target-kind.ts';
import { recogniseWebdav } from './recognise-webdav.ts';
import { testWebdav } from './test-webdav.ts';
import { createWebdavClient } from './webdav-client.ts';
import { readWebdavConfig, type WebdavConfig } from './webdav-config.ts';
import { webdavDirectory } from './webdav-directory.ts';

/** A folder on a WebDAV server: Nextcloud, ownCloud, Synology, 坚果云, Apache, nginx, lighttpd, rclone. */
export const webdavKind: TargetKind = {
  kind: 'webdav',
  open(record, { library, network }) {
    const otherPaths = ({ path }: { path: string }) => otherPathsOfStory(library, record.id, path);
    const directory = directoryOf(record, network);
    return folderTarget({ id: record.id, directory, placesOf: otherPaths, checkPath });
  },
  directory: (record, { network }) => directoryOf(record, network),
  recognise: recogniseWebdav,
  test: (record, network) => testWebdav(configOf(record), clientOf(record, network)),
  location: (record) => configOf(record).url,
};

function directoryOf(record: TargetRecord, network: NetworkDeps) {
  return webdavDirectory(clientOf(record, network), record.name, configOf(record).abilities);
}

function clientOf(record: TargetRecord, { http, readSecret }: NetworkDeps) {
  return createWebdavClient(http, configOf(record), () => readSecret(record.id));
}

function configOf({ name, config }: TargetRecord): WebdavConfig {
  const read = readWebdavConfig(config);
  if (!read) throw new ClipError('target-unknown', name);
  return read;
}
