import { isRecord } from '../../../core/model/field-checks.ts';

/** Where a bucket is and how to sign in there, the secret key aside. */
export interface S3Config {
  /** The service's origin: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Part of every signature; services that have no regions take any. */
  readonly region: string;
  /** Where the bucket's name goes: into the path (any service) or before the host (AWS wants that of new buckets). */
  readonly style: 'path' | 'host';
  /** Goes before every key; empty, or ends in `/`. */
  readonly prefix: string;
  readonly accessKeyId: string;
}

/** @returns nothing where the record is damaged. */
export function readS3Config(value: unknown): S3Config | undefined {
  if (!isRecord(value)) return undefined;
  const { endpoint, bucket, region, style, prefix, accessKeyId } = value;
  if (![endpoint, bucket, region, prefix, accessKeyId].every((each) => typeof each === 'string')) return undefined;
  if (!URL.canParse(String(endpoint))) return undefined;
  return {
    endpoint: new URL(String(endpoint)).origin,
    bucket: String(bucket),
    region: String(region),
    style: style === 'host' ? 'host' : 'path',
    prefix: folderPrefix(String(prefix)),
    accessKeyId: String(accessKeyId),
  };
}

/** A folder as the beginning of keys: no slash before it, one after it. */
export function folderPrefix(folder: string): string {
  const inner = folder.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '' : `${inner}/`;
}
