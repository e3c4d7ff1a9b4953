import { isUnencrypted } from '../origin-access.ts';
import type { TargetLimit, TargetTest } from '../target-test.ts';
import { listKeys } from './list-keys.ts';
import { probeBucket } from './probe-bucket.ts';
import type { S3Client } from './s3-client.ts';
import type { S3Config } from './s3-config.ts';
import { regionOf, s3Error } from './s3-error.ts';

/**
 * Tries a bucket out: lists, writes, reads back and removes a throwaway object. A region that the service corrects is
 * taken over into the config.
 *
 * @throws {ClipError} `auth-expired`, `access-denied`, `folder-gone` (no such bucket), `clock-skew`, `wrong-region` …
 */
export async function testS3(config: S3Config, clientOf: (config: S3Config) => S3Client): Promise<TargetTest> {
  const found = await withRightRegion(config, clientOf(config));
  const client = clientOf(found);
  await listKeys(client, `${found.prefix}_posts/`, 'folder');
  const { createIf, updateIf } = await probeBucket(client, found.prefix);
  const limits: TargetLimit[] = [];
  if (!createIf || updateIf === false) limits.push('claims-remain');
  if (isUnencrypted(found.endpoint)) limits.push('unencrypted');
  return { config: found, limits };
}

/** The config with the region that the service names, where it has another. @throws {ClipError} `wrong-region` … */
export async function withRightRegion(config: S3Config, client: S3Client): Promise<S3Config> {
  const answer = await client.send('GET', '', { query: { 'list-type': '2', 'max-keys': '1' } });
  const region = regionOf(answer);
  if (region === undefined) return config;
  // Where the region is part of the host, another host has to be asked for permission first.
  if (config.endpoint.includes(config.region)) throw s3Error(answer, client.now());
  return { ...config, region };
}
