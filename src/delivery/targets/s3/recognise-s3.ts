import { originAccess } from '../origin-access.ts';
import type { RecognisedAddress } from '../target-test.ts';
import { folderPrefix, type S3Config } from './s3-config.ts';

type Found = Pick<S3Config, 'endpoint' | 'bucket' | 'region' | 'style' | 'prefix'> & {
  readonly product: string;
  readonly secretPage?: string;
};

/** A service by its hosts: what goes before its own name is the bucket. */
interface Service {
  readonly product: string;
  /** Groups: bucket (or none), region (or none). */
  readonly host: RegExp;
  readonly region: string;
  readonly secretPage?: string;
}

/** The services' documentation of endpoints, November 2026. */
const SERVICES: readonly Service[] = [
  {
    product: 'Amazon S3',
    host: /^(?:(.+)\.)?s3(?:\.dualstack)?[.-]([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/,
    region: 'us-east-1',
    secretPage: 'https://console.aws.amazon.com/iam/home#/users',
  },
  {
    product: 'Amazon S3',
    host: /^(?:(.+)\.)?s3\.amazonaws\.com$/,
    region: 'us-east-1',
    secretPage: 'https://console.aws.amazon.com/iam/home#/users',
  },
  {
    product: 'Cloudflare R2',
    host: /^(?:(.+)\.)?[\da-f]{32}(?:\.[a-z]+)?\.r2\.cloudflarestorage\.com$/,
    region: 'auto',
    secretPage: 'https://dash.cloudflare.com/?to=/:account/r2/api-tokens',
  },
  {
    product: 'Backblaze B2',
    host: /^(?:(.+)\.)?s3\.([a-z]{2}-[a-z]+-\d{3})\.backblazeb2\.com$/,
    region: 'us-west-001',
    secretPage: 'https://secure.backblaze.com/app_keys.htm',
  },
  { product: 'Wasabi', host: /^(?:(.+)\.)?s3\.([a-z]{2}(?:-[a-z]+)+-\d)\.wasabisys\.com$/, region: 'us-east-1' },
  { product: 'Scaleway', host: /^(?:(.+)\.)?s3\.([a-z]{2}-[a-z]{3})\.scw\.cloud$/, region: 'fr-par' },
  { product: 'DigitalOcean', host: /^(?:(.+)\.)?([a-z]{3}\d)\.digitaloceanspaces\.com$/, region: 'us-east-1' },
];

/**
 * The bucket that an address means: an endpoint with the bucket in its path or before its host, or `s3://bucket/prefix`
 * (then the endpoint is AWS). Any other host may be a service of one's own, which only the user can say.
 */
export function recogniseS3(address: URL, isAsked = false): RecognisedAddress | undefined {
  const known = address.protocol === 's3:' ? awsBucket(address) : serviceAt(address);
  const found = known ?? (isAsked ? otherService(address) : undefined);
  if (!found) return undefined;
  const { product, secretPage, ...place } = found;
  const { hostname } = new URL(place.endpoint);
  const signIn = place.style === 'host' ? `https://${place.bucket}.${hostname}/` : place.endpoint;
  return {
    target: {
      kind: 's3',
      name: place.bucket || product,
      access: originAccess(signIn),
      config: { ...place, accessKeyId: '' },
    },
    product,
    ...(secretPage === undefined ? {} : { secretPage }),
    missing: ['username', ...(place.bucket === '' ? (['bucket'] as const) : [])],
  };
}

/** A service of one's own: the bucket is the first folder of the address. Such services take any region, or correct it. */
function otherService({ protocol, origin, pathname }: URL): Found | undefined {
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const [bucket = '', ...rest] = decode(pathname)
    .split('/')
    .filter((segment) => segment !== '');
  return {
    product: 'S3',
    endpoint: origin,
    bucket,
    region: 'us-east-1',
    style: 'path',
    prefix: folderPrefix(rest.join('/')),
  };
}

/** The region is put right by the test. */
function awsBucket({ hostname, host, pathname }: URL): Found {
  return {
    product: 'Amazon S3',
    endpoint: 'https://s3.us-east-1.amazonaws.com',
    bucket: hostname || host,
    region: 'us-east-1',
    style: 'path',
    prefix: folderPrefix(decode(pathname)),
    secretPage: 'https://console.aws.amazon.com/iam/home#/users',
  };
}

function serviceAt({ protocol, hostname, host, pathname }: URL): Found | undefined {
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  for (const { host: pattern, product, region, secretPage } of SERVICES) {
    const match = pattern.exec(hostname);
    if (!match) continue;
    const [, before, named] = match;
    const [first = '', ...rest] = decode(pathname)
      .split('/')
      .filter((segment) => segment !== '');
    const isHostStyle = before !== undefined;
    return {
      product,
      endpoint: `${protocol}//${isHostStyle ? host.slice(before.length + 1) : host}`,
      bucket: before ?? first,
      region: named ?? region,
      style: isHostStyle ? 'host' : 'path',
      prefix: folderPrefix((isHostStyle ? [first, ...rest] : rest).join('/')),
      ...(secretPage === undefined ? {} : { secretPage }),
    };
  }
  return undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
