import type { HttpDeps } from '../../../../src/delivery/http/send-request.ts';
import type { Directory } from '../../../../src/delivery/targets/folder/directory.ts';
import type { S3Abilities } from '../../../../src/delivery/targets/s3/s3-abilities.ts';
import { createS3Client, type S3Client } from '../../../../src/delivery/targets/s3/s3-client.ts';
import type { S3Config } from '../../../../src/delivery/targets/s3/s3-config.ts';
import { s3Directory } from '../../../../src/delivery/targets/s3/s3-directory.ts';
import type { S3Double } from '../../../servers/s3-double.ts';
import type { S3Server } from '../../../servers/s3-server.ts';
import type { OutsideView } from '../../contract.ts';
import { http } from '../webdav/webdav-places.ts';

/** What is needed to reach a bucket. */
export type Bucket = Omit<S3Server, 'stop'>;

export function configOf({ endpoint, bucket, region, accessKeyId }: Bucket, changes: Partial<S3Config> = {}): S3Config {
  return { endpoint, bucket, region, style: 'path', prefix: 'notes/', accessKeyId, ...changes };
}

/** A client of a bucket. @param changes such as another way to the same server. */
export function clientOf(bucket: Bucket, changes: Partial<S3Config> = {}, deps: HttpDeps = http): S3Client {
  return createS3Client(deps, configOf(bucket, changes), async () => bucket.secretAccessKey);
}

/** A directory of another device each time. */
export function directoryOf(client: S3Client, abilities: S3Abilities): Directory {
  const id = crypto.randomUUID();
  return s3Directory({
    client,
    prefix: 'notes/',
    name: 'archive',
    abilities: async () => abilities,
    deviceId: async () => id,
  });
}

/** The double's objects below the prefix of the tests. */
export function viewOf({ objects }: S3Double, prefix = 'notes/'): OutsideView {
  return {
    files: () =>
      Object.fromEntries([...objects].map(([key, { body }]) => [key.slice(prefix.length), body.toString('utf8')])),
    write: (path, content) => void objects.set(prefix + path, { body: Buffer.from(content), modifiedAt: new Date() }),
    remove: (path) => void objects.delete(prefix + path),
  };
}
