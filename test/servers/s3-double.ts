import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/**
 * What conditions on PUT do, as measured on real services: `obeyed` (RADOS Gateway, AWS), `bare` (obeyed, but the ETag
 * only without its quotes), `refused` (501: Swift), `ignored` (200: s3rver), `versioned` (RADOS Gateway with versioning:
 * create overwrites, update is always refused).
 */
export type Conditions = 'obeyed' | 'bare' | 'refused' | 'ignored' | 'versioned';

interface StoredObject {
  readonly body: Buffer;
  readonly modifiedAt: Date;
}

/** A small S3 service in memory that checks every signature. Only what the tests need; it is held to no real service. */
export interface S3Double {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly objects: Map<string, StoredObject>;
  conditions: Conditions;
  /** Keys in one page of a list. */
  pageSize: number;
  /** Milliseconds by which its clock is ahead. */
  clockSkew: number;
  /** Bytes that it takes in all. */
  room: number;
  /** Keys that it has revoked. */
  isRevoked: boolean;
  stop(): Promise<void>;
}

const REGION = 'eu-central-1';
const BUCKET = 'archive';
const ACCESS_KEY = 'READER';
const SECRET_KEY = 'ink/paper+渡轮';

export async function startS3Double(): Promise<S3Double> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const double: S3Double = {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    bucket: BUCKET,
    region: REGION,
    accessKeyId: ACCESS_KEY,
    secretAccessKey: SECRET_KEY,
    objects: new Map(),
    conditions: 'obeyed',
    pageSize: 1000,
    clockSkew: 0,
    room: Number.POSITIVE_INFINITY,
    isRevoked: false,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, headers = {}, body = '' } = answer(double, request, Buffer.concat(chunks));
      response.writeHead(status, { Date: new Date(Date.now() + double.clockSkew).toUTCString(), ...headers }).end(body);
    });
    request.on('error', () => response.destroy());
  });
  return double;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

function refusal(status: number, code: string, more = ''): Answer {
  return { status, body: `<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>no</Message>${more}</Error>` };
}

function answer(double: S3Double, request: IncomingMessage, body: Buffer): Answer {
  const url = new URL(request.url ?? '/', double.endpoint);
  const refused = checkSignature(double, request, url, body);
  if (refused) return refused;
  const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  if (bucket !== double.bucket) return refusal(404, 'NoSuchBucket');
  const key = rest.join('/');
  if (key === '') return list(double, url.searchParams);
  if (request.method === 'PUT') return put(double, key, body, request);
  if (request.method === 'DELETE') return remove(double, key);
  const object = double.objects.get(key);
  if (!object) return refusal(404, 'NoSuchKey');
  return {
    status: 200,
    headers: { ETag: etagOf(object.body), 'Last-Modified': object.modifiedAt.toUTCString() },
    body: object.body,
  };
}

function put(double: S3Double, key: string, body: Buffer, { headers }: IncomingMessage): Answer {
  const before = double.objects.get(key);
  const refused = checkConditions(double.conditions, headers, before);
  if (refused) return refused;
  const used = [...double.objects.values()].reduce((sum, each) => sum + each.body.length, 0);
  if (used - (before?.body.length ?? 0) + body.length > double.room) return refusal(403, 'QuotaExceeded');
  double.objects.set(key, { body, modifiedAt: new Date() });
  return { status: 200, headers: { ETag: etagOf(body) } };
}

function checkConditions(
  kind: Conditions,
  headers: IncomingMessage['headers'],
  before?: StoredObject,
): Answer | undefined {
  const [none, match] = [headers['if-none-match'], headers['if-match']];
  if (kind === 'ignored' || (none === undefined && match === undefined)) return undefined;
  if (kind === 'refused') return refusal(501, 'NotImplemented');
  if (kind === 'versioned') return match === undefined ? undefined : refusal(412, 'PreconditionFailed');
  if (none === '*' && before) return refusal(412, 'PreconditionFailed');
  if (match === undefined) return undefined;
  if (!before) return refusal(404, 'NoSuchKey');
  const etag = etagOf(before.body);
  return match === (kind === 'bare' ? etag.replaceAll('"', '') : etag) ? undefined : refusal(412, 'PreconditionFailed');
}

function remove(double: S3Double, key: string): Answer {
  double.objects.delete(key);
  return { status: 204 };
}

function list(double: S3Double, query: URLSearchParams): Answer {
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter')];
  const after = query.get('continuation-token') ?? '';
  const names = new Map<string, StoredObject | undefined>();
  for (const [key, object] of double.objects) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (end < 0) names.set(key, object);
    else names.set(key.slice(0, end + 1), undefined);
  }
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([name]) => name > after);
  const size = Math.min(double.pageSize, Number(query.get('max-keys') ?? 1000));
  const page = sorted.slice(0, size);
  const entries = page.map(([name, object]) =>
    object
      ? `<Contents><Key>${encode(name)}</Key><LastModified>${object.modifiedAt.toISOString()}</LastModified><Size>${object.body.length}</Size></Contents>`
      : `<CommonPrefixes><Prefix>${encode(name)}</Prefix></CommonPrefixes>`,
  );
  const isTruncated = sorted.length > page.length;
  const next = isTruncated ? `<NextContinuationToken>${xml(page.at(-1)?.[0] ?? '')}</NextContinuationToken>` : '';
  const body = `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><EncodingType>url</EncodingType><IsTruncated>${isTruncated}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`;
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** As AWS does it: a blank is `+`. */
function encode(key: string): string {
  return xml(encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'));
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([\da-f]{64})$/;
const CLOCK_LIMIT = 15 * 60_000;

/** Signature Version 4, written from its description and not from the client's library. */
function checkSignature(double: S3Double, request: IncomingMessage, url: URL, body: Buffer): Answer | undefined {
  const match = FORM.exec(request.headers.authorization ?? '');
  if (!match) return refusal(403, 'AccessDenied');
  const [, key = '', day = '', region = '', names = '', signature = ''] = match;
  if (key !== double.accessKeyId || double.isRevoked) return refusal(403, 'InvalidAccessKeyId');
  if (region !== double.region)
    return refusal(400, 'AuthorizationHeaderMalformed', `<Region>${double.region}</Region>`);
  const date = String(request.headers['x-amz-date']);
  const instant = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Math.abs(instant - Date.now() - double.clockSkew) > CLOCK_LIMIT) return refusal(403, 'RequestTimeTooSkewed');
  const bodyHash = createHash('sha256').update(body).digest('hex');
  if (request.headers['x-amz-content-sha256'] !== bodyHash) return refusal(400, 'XAmzContentSHA256Mismatch');
  const query = url.search
    .slice(1)
    .split('&')
    .filter((each) => each !== '')
    .sort()
    .join('&');
  const canonical = [
    request.method,
    url.pathname,
    query,
    ...names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    names,
    bodyHash,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${double.secretAccessKey}`,
  );
  const expected = createHmac('sha256', signingKey).update(text).digest('hex');
  return signature === expected ? undefined : refusal(403, 'SignatureDoesNotMatch');
}
