import * as v from 'valibot';

/** Where a bucket is and how to sign in there, the secret key aside. */
const s3Config = v.object({
  /** The service's origin: `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: v.pipe(
    v.string(),
    v.check((endpoint) => URL.canParse(endpoint)),
    v.transform((endpoint) => new URL(endpoint).origin),
  ),
  bucket: v.string(),
  /** Part of every signature; services that have no regions take any. */
  region: v.string(),
  /** Where the bucket's name goes: into the path (any service) or before the host (AWS wants that of new buckets). */
  style: v.fallback(v.picklist(['path', 'host']), 'path'),
  /** Goes before every key; empty, or ends in `/`. */
  prefix: v.pipe(v.string(), v.transform(folderPrefix)),
  accessKeyId: v.string(),
});

export type S3Config = Readonly<v.InferOutput<typeof s3Config>>;

/** @returns nothing where the record is damaged. */
export function readS3Config(value: unknown): S3Config | undefined {
  const read = v.safeParse(s3Config, value);
  return read.success ? read.output : undefined;
}

/** A folder as the beginning of keys: no slash before it, one after it. */
export function folderPrefix(folder: string): string {
  const inner = folder.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '' : `${inner}/`;
}
