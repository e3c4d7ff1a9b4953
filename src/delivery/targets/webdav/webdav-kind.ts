import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { checkPath } from '../../http/check-path.ts';
import { decodePath, encodePath } from '../../http/url-path.ts';
import { folderTarget } from '../folder/folder-target.ts';
import type { NetworkDeps, PlaceFields, ServerKind } from '../target-kind.ts';
import { recogniseWebdav } from './recognise-webdav.ts';
import { testWebdav } from './test-webdav.ts';
import { createWebdavClient } from './webdav-client.ts';
import { readWebdavConfig, type WebdavConfig } from './webdav-config.ts';
import { webdavDirectory } from './webdav-directory.ts';

/** A folder on a WebDAV server: Nextcloud, ownCloud, Synology, 坚果云, Apache, nginx, lighttpd, rclone. */
export const webdavKind: ServerKind = {
  kind: 'webdav',
  open(record, { otherPaths, network }) {
    const placesOf = ({ path }: { path: string }) => otherPaths(record.id, path);
    return folderTarget({ id: record.id, directory: directoryOf(record, network), placesOf, checkPath });
  },
  directory: (record, { network }) => directoryOf(record, network),
  recognise: recogniseWebdav,
  fieldsOf,
  withFields,
  test: (record, network) => testWebdav(configOf(record), clientOf(record, network)),
  location: (record) => configOf(record).url,
};

function directoryOf(record: TargetRecord, network: NetworkDeps) {
  return webdavDirectory(clientOf(record, network), record.name, configOf(record).abilities);
}

function clientOf(record: TargetRecord, { http, readSecret }: NetworkDeps) {
  return createWebdavClient(http, configOf(record), () => readSecret(record.id));
}

/** The folder is all of the address's path: what of it the server has made for WebDAV, only the server knows. */
function fieldsOf(record: Pick<TargetRecord, 'name' | 'config'>): PlaceFields {
  const { url, username } = configOf(record);
  const folder = decodePath(new URL(url).pathname.replace(/^\/+|\/+$/g, ''));
  return { folder, user: username ?? '' };
}

/** Another folder or another user may be on another server behind the same name: what was found out is forgotten. */
function withFields(record: Pick<TargetRecord, 'name' | 'config'>, changes: Partial<PlaceFields>): WebdavConfig {
  const { folder, user = '' } = { ...fieldsOf(record), ...changes };
  const path = folder.replace(/^\/+|\/+$/g, '');
  const url = `${new URL(configOf(record).url).origin}/${path === '' ? '' : `${encodePath(path)}/`}`;
  return { url, ...(user === '' ? {} : { username: user }) };
}

function configOf({ name, config }: Pick<TargetRecord, 'name' | 'config'>): WebdavConfig {
  const read = readWebdavConfig(config);
  if (!read) throw new ClipError('target-unknown', name);
  return read;
}
