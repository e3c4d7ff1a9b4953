import { lookup as lookUp } from 'node:dns';
import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { isPrivateAddress, isPrivateIp } from '../core/text/private-host.ts';
import { withoutPassword } from './without-password.ts';

/** What the command line calls itself. */
export const USER_AGENT = 'Mozilla/5.0 (compatible; Jianbao; +https://www.npmjs.com/package/jianbao)';

/** jsdom needs some fifty times a page's size in memory; no news page is near this. */
export const MAX_PAGE_BYTES = 32 * 1024 * 1024;

/** As many redirects as browsers follow (Fetch Standard). */
const MOST_REDIRECTS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Statuses of answers that have no body (Fetch Standard). */
const BODYLESS = new Set([204, 205, 304]);

/** A page or a redirect named an address of a private network: a router, a service that listens for its owner alone. */
export class PrivateAddressError extends Error {
  readonly host: string;

  constructor(host: string) {
    super(`${host} is an address of a private network, and was not typed`);
    this.host = host;
  }
}

/** Thrown where a redirect leads to something that is not a web page. */
export class RedirectError extends Error {}

export interface FetchInit {
  readonly headers?: Readonly<Record<string, string>>;
  /** The page whose content this is; sent as the referrer, its origin alone. */
  readonly referrer?: string;
  readonly signal?: AbortSignal | null;
  /**
   * Milliseconds that servers may take, all redirects together; in place of `signal`. Time in which a request waits for
   * its turn does not count. Rejects with a `TimeoutError`.
   */
  readonly timeout?: number;
  /** `ignore`: the user named this very address (a feed, a page), so that no `robots.txt` is asked about it. */
  readonly robots?: 'ignore';
}

/** Requests and answers as `fetch` has them. */
export type JudgedFetch = (url: string | URL, init?: FetchInit) => Promise<Response>;

/**
 * Sends one request when its turn comes, once or again, and returns the answer. A redirect is an answer: the next hop
 * has a turn at its own host.
 *
 * @param ask sends the request at once.
 */
export type Pace = (url: URL, ask: () => Promise<Response>, init: FetchInit) => Promise<Response>;

interface JudgedFetchOptions {
  /** Looks a name up. */
  readonly resolve?: typeof lookUp;
  /** Default: every request is sent at once. */
  readonly pace?: Pace;
}

/**
 * A `fetch` for addresses that pages name. Every hop is judged, first by its name and then by the address that the name
 * resolves to, and the connection goes to the address that was judged: a name that later resolves to another one (DNS
 * rebinding) changes nothing. Private addresses are reached at the origins that the user typed only.
 *
 * A body that breaks off is an error: a connection that is reset, fewer bytes than announced, cut compression.
 *
 * @param typed addresses that the user typed.
 */
export function createJudgedFetch(
  typed: readonly string[],
  { resolve = lookUp, pace = (_url, ask) => ask() }: JudgedFetchOptions = {},
): JudgedFetch {
  // A connection that is kept is closed by its server while a page is being read, and the next request on it fails.
  const agents = { 'http:': new HttpAgent({ keepAlive: false }), 'https:': new HttpsAgent({ keepAlive: false }) };
  const origins = new Set(typed.filter((url) => URL.canParse(url)).flatMap((url) => trustedOrigins(new URL(url))));

  return async (input, init = {}) => {
    const clock = new ServerClock(init);
    let url = withoutCredentials(new URL(input));
    let sent = { ...init.headers };
    for (let hop = 0; ; hop++) {
      const mayBePrivate = origins.has(url.origin);
      if (!mayBePrivate && isPrivateAddress(url.href)) throw new PrivateAddressError(url.host);
      const options = {
        agent: url.protocol === 'https:' ? agents['https:'] : agents['http:'],
        headers: { 'Accept-Encoding': 'gzip, deflate, br', ...sent, ...refererOf(init.referrer ?? '', url) },
        lookup: judgedLookup(resolve, mayBePrivate),
      };
      const here = url;
      const response = await pace(here, () => clock.timed((signal) => ask(here, options, signal)), init);
      const next = locationOf(response, url);
      if (!next) return response;
      await response.body?.cancel();
      if (hop === MOST_REDIRECTS) throw new RedirectError('redirect count exceeded');
      if (next.origin !== url.origin) sent = withoutAuthorization(sent);
      url = next;
    }
  };
}

/** Counts the time that servers take until they answer, over all hops of one fetch. */
class ServerClock {
  readonly #signal: AbortSignal | undefined;
  #left: number | undefined;

  constructor({ signal, timeout }: FetchInit) {
    this.#signal = signal ?? undefined;
    this.#left = timeout;
  }

  /** Hands out the signal that ends a request of this moment and the reading of its body. */
  async timed(request: (signal: AbortSignal | undefined) => Promise<Response>): Promise<Response> {
    if (this.#left === undefined) return request(this.#signal);
    const start = performance.now();
    try {
      return await request(AbortSignal.timeout(Math.max(1, Math.ceil(this.#left))));
    } finally {
      this.#left -= performance.now() - start;
    }
  }
}

async function ask(url: URL, options: RequestOptions, signal: AbortSignal | undefined): Promise<Response> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(url, { ...options, ...(signal ? { signal } : {}) });
  return responseOf(request, await answerTo(request, signal), url, signal);
}

/** The origin itself, and the secure one of the same host where both ports are the usual ones. */
function trustedOrigins(url: URL): string[] {
  return url.protocol === 'http:' && url.port === '' ? [url.origin, `https://${url.host}`] : [url.origin];
}

function withoutCredentials(url: URL): URL {
  url.username = '';
  url.password = '';
  return url;
}

function withoutAuthorization(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}

/** The referrer's origin, and nothing from https to http (Referrer Policy, `strict-origin`). */
function refererOf(referrer: string, url: URL): Record<string, string> {
  if (!/^https?:/i.test(referrer) || !URL.canParse(referrer)) return {};
  const { protocol, origin } = new URL(referrer);
  return protocol === 'https:' && url.protocol === 'http:' ? {} : { Referer: `${origin}/` };
}

function judgedLookup(resolve: typeof lookUp, mayBePrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = mayBePrivate ? addresses : addresses.filter(({ address }) => !isPrivateIp(address));
      const [first] = allowed;
      if (!first) return callback(new PrivateAddressError(host), '', 0);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function answerTo(request: ClientRequest, signal: AbortSignal | null | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
    request.end();
  });
}

/** Where an answer redirects to; nothing where it does not. */
function locationOf({ status, headers }: Response, url: URL): URL | undefined {
  const location = headers.get('location');
  if (!REDIRECTS.has(status) || location === null) return undefined;
  // Node reads headers as Latin-1; addresses in them are UTF-8.
  const written = Buffer.from(location, 'latin1').toString('utf8');
  if (!URL.canParse(written, url.href))
    throw new RedirectError(`it redirects to ${withoutPassword(written)}, which is not an address`);
  const next = new URL(written, url);
  if (!/^https?:$/.test(next.protocol))
    throw new RedirectError(`it redirects to an address of the kind ${next.protocol}`);
  if (next.hash === '') next.hash = url.hash;
  return withoutCredentials(next);
}

function responseOf(request: ClientRequest, answer: IncomingMessage, url: URL, signal?: AbortSignal | null): Response {
  const { statusCode = 0, statusMessage = '', headers } = answer;
  const body = decompressed(answer, headers['content-encoding']);
  // A connection that is reset ends a body of no stated length without a word of the answer's own.
  request.on('error', (error) => body.destroy(signal?.aborted ? signal.reason : error));
  const isBodyless = BODYLESS.has(statusCode);
  if (isBodyless) body.destroy();
  const response = new Response(isBodyless ? null : (Readable.toWeb(body) as ReadableStream<Uint8Array>), {
    status: statusCode,
    statusText: statusMessage.replace(/[^\t\x20-\x7e]/g, ''),
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  });
  Object.defineProperty(response, 'url', { value: url.href });
  return response;
}

/** The body without the compressions that were asked for; in any other it is left as it is. */
function decompressed(answer: IncomingMessage, encoding = ''): Readable {
  const names = encoding.split(',').map((name) => name.trim().toLowerCase());
  return names.reduceRight<Readable>(decode, pipeline(answer, new PassThrough(), ignore));
}

/** `pipeline` destroys the last stream with the error of any: the reader of that stream receives it. */
function ignore(): void {}

function decode(body: Readable, name: string): Readable {
  if (name === 'gzip' || name === 'x-gzip') return pipeline(body, createGunzip(), ignore);
  if (name === 'br') return pipeline(body, createBrotliDecompress(), ignore);
  return name === 'deflate' ? inflated(body) : body;
}

/** `deflate` with the zlib head that the standard asks for, or without, as some servers send it. */
function inflated(body: Readable): Readable {
  const out = new PassThrough();
  body.once('readable', () => {
    const first: Buffer | null = body.read();
    if (first) body.unshift(first);
    const isHeaded = ((first?.[0] ?? 8) & 0x0f) === 8;
    pipeline(body, isHeaded ? createInflate() : createInflateRaw(), out, ignore);
  });
  body.once('error', (error) => out.destroy(error));
  return out;
}
