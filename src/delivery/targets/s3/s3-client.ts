import { AwsV4Signer } from 'aws4fetch';
import { type HttpAnswer, type HttpDeps, sendRequest } from '../../http/send-request.ts';
import { encodePath } from '../../http/url-path.ts';
import { sha256 } from '../../sha-256.ts';
import type { S3Config } from './s3-config.ts';

export type S3Method = 'GET' | 'PUT' | 'DELETE';

/** What a request has besides method and key. */
export interface S3Options {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** Speaks S3 to one bucket. Answers of any status are returned; what they mean, the caller knows. */
export interface S3Client extends Pick<HttpDeps, 'now' | 'wait'> {
  /** @param key whole; empty for the bucket itself. @throws {ClipError} `offline`, `too-large`. */
  send(method: S3Method, key: string, options?: S3Options): Promise<HttpAnswer>;
}

/**
 * Requests are signed by aws4fetch (Signature Version 4) and sent by us: its own client would try ten times. The body's
 * hash is signed too, so that a server that checks it refuses what was changed on the way.
 *
 * @param readSecret the secret access key, asked for at the first request.
 */
export function createS3Client(deps: HttpDeps, config: S3Config, readSecret: () => Promise<string>): S3Client {
  const base = baseUrl(config);
  let secret: Promise<string> | undefined;

  return {
    now: deps.now,
    wait: deps.wait,
    async send(method, key, { query = {}, headers = {}, body } = {}) {
      secret ??= readSecret();
      const url = base + encodePath(key) + queryString(query);
      const hash = (await sha256(body ?? '')).slice('sha-256:'.length);
      const signed = await new AwsV4Signer({
        method,
        url,
        headers: { ...headers, 'X-Amz-Content-Sha256': hash },
        ...(body === undefined ? {} : { body }),
        accessKeyId: config.accessKeyId,
        secretAccessKey: await secret,
        service: 's3',
        region: config.region,
        datetime: timestamp(deps.now()),
      }).sign();
      return sendRequest(deps, {
        method,
        url,
        headers: Object.fromEntries(signed.headers),
        ...(body === undefined ? {} : { body }),
      });
    },
  };
}

function baseUrl({ endpoint, bucket, style }: S3Config): string {
  if (style === 'path') return `${endpoint}/${encodePath(bucket)}/`;
  const url = new URL(endpoint);
  return `${url.protocol}//${bucket}.${url.host}/`;
}

function queryString(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodePath(value).replaceAll('/', '%2F')}`);
  return pairs.length === 0 ? '' : `?${pairs.sort().join('&')}`;
}

/** `20261128T180000Z`: what Signature Version 4 wants. */
function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
