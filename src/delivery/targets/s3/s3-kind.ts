import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { checkPath } from '../../http/check-path.ts';
import type { Directory } from '../folder/directory.ts';
import { folderTarget } from '../folder/folder-target.ts';
import type { NetworkDeps, PlaceFields, ServerKind } from '../target-kind.ts';
import { probeBucket } from './probe-bucket.ts';
import { recogniseS3 } from './recognise-s3.ts';
import type { S3Abilities } from './s3-abilities.ts';
import { createS3Client, type S3Client } from './s3-client.ts';
import { folderPrefix, readS3Config, type S3Config } from './s3-config.ts';
import { checkKeyLength, s3Directory } from './s3-directory.ts';
import { testS3, withRightRegion } from './test-s3.ts';

/** A bucket of an S3-compatible service: AWS, Cloudflare R2, Backblaze, MinIO, Ceph, Swift, Garage. */
export const s3Kind: ServerKind = {
  kind: 's3',
  open(record, { otherPaths, network }) {
    const { prefix } = configOf(record);
    return folderTarget({
      id: record.id,
      directory: directoryOf(record, network),
      placesOf: ({ path }) => otherPaths(record.id, path),
      checkPath(path) {
        checkPath(path);
        checkKeyLength(prefix + path);
      },
    });
  },
  directory: (record, { network }) => directoryOf(record, network),
  recognise: recogniseS3,
  fieldsOf,
  withFields,
  settle: (record, network) => withRightRegion(configOf(record), clientOf(record, network, configOf(record))),
  test: (record, network) => testS3(configOf(record), (config) => clientOf(record, network, config)),
  location(record) {
    const { endpoint, bucket, prefix } = configOf(record);
    return `${endpoint}/${bucket}/${prefix}`;
  },
};

/** What buckets were found to do, for the life of this worker: versioning may be switched on at any time. */
const sessionAbilities = new Map<string, Promise<S3Abilities>>();

function clientOf({ id }: TargetRecord, { http, readSecret }: NetworkDeps, config: S3Config): S3Client {
  return createS3Client(http, config, () => readSecret(id));
}

function directoryOf(record: TargetRecord, network: NetworkDeps): Directory {
  const config = configOf(record);
  const client = clientOf(record, network, config);
  const { deviceId } = network;
  const { prefix } = config;
  return s3Directory({ client, prefix, name: record.name, abilities: () => abilitiesOf(client, config), deviceId });
}

function abilitiesOf(client: S3Client, { endpoint, bucket, prefix }: S3Config): Promise<S3Abilities> {
  const key = `${endpoint}/${bucket}`;
  const known = sessionAbilities.get(key);
  if (known) return known;
  const probed = probeBucket(client, prefix);
  sessionAbilities.set(key, probed);
  probed.catch(() => sessionAbilities.delete(key));
  return probed;
}

function fieldsOf(record: Pick<TargetRecord, 'name' | 'config'>): PlaceFields {
  const { prefix, accessKeyId, bucket, region } = configOf(record);
  return { folder: prefix.replace(/\/$/, ''), user: accessKeyId, bucket, region };
}

function withFields(record: Pick<TargetRecord, 'name' | 'config'>, changes: Partial<PlaceFields>): S3Config {
  const before = configOf(record);
  const { folder, user, bucket, region } = changes;
  return {
    ...before,
    ...(folder === undefined ? {} : { prefix: folderPrefix(folder) }),
    ...(user === undefined ? {} : { accessKeyId: user }),
    ...(bucket === undefined ? {} : { bucket }),
    ...(region === undefined ? {} : { region }),
  };
}

function configOf({ name, config }: Pick<TargetRecord, 'name' | 'config'>): S3Config {
  const read = readS3Config(config);
  if (!read) throw new ClipError('target-unknown', name);
  return read;
}
