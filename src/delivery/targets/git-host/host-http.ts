import { ClipError } from '../../../core/model/failure.ts';
import { isRecord } from '../../../core/model/is-record.ts';
import { retryAfter } from '../../http/retry-after.ts';
import { answerText, type Fetch, fetchOptions, type HttpRequest, sendRequest } from '../../http/send-request.ts';

export interface HostHttpDeps {
  readonly fetch: Fetch;
  /** The root of the API, without a slash at its end. */
  readonly api: string;
  /** Sent in the `Authorization` header and nowhere else. */
  readonly token: string;
  readonly now: () => number;
  /** How long a server may take to answer in whole, in milliseconds. */
  readonly timeout?: number;
}

export interface HostRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's root; or a whole address of the same origin. */
  readonly path: string;
  readonly body?: unknown;
  readonly accept?: string;
}

export interface HostReply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; nothing where the body is empty. */
  readonly body: unknown;
}

/** Requests to a host, with the failures that all hosts share told apart. */
export interface HostHttp {
  /**
   * Sends a request and reads the answer. Answers that are about the request itself are returned: 400 to 499, and
   * redirects of anything but a reading.
   *
   * @throws {ClipError} `offline` where there was no whole answer, or a server error: what was asked for may have been
   * done · `auth-expired` · `rate-limited`, with the time to come back · `disk-full` · `server-unsupported`, where a
   * reading is answered with a web page.
   */
  send(request: HostRequest, signal: AbortSignal): Promise<HostReply>;
  /** The body of an answer, unread. The time limit is not applied to it. */
  stream(request: HostRequest, signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

const TIMEOUT = 60_000;
/** A read may be sent again at once where its answer was lost: nothing is done twice. */
const READ_TRIES = 3;
/** How long to wait where a host says “too many requests” and not for how long (GitHub, “Best practices”). */
const UNSAID_WAIT = 60_000;
/** A host that asks for more is asked again after this. */
const LONGEST_WAIT = 24 * 3_600_000;
const DETAIL_LIMIT = 300;

export function hostHttp(deps: HostHttpDeps): HostHttp {
  return {
    async send(request, signal) {
      for (let tries = 1; ; tries++) {
        try {
          return await sendOnce(deps, request, signal);
        } catch (error) {
          const isLost = error instanceof ClipError && error.code === 'offline' && error.retryAt === undefined;
          if (signal.aborted || !isLost || !isReading(request) || tries === READ_TRIES) throw error;
        }
      }
    },
    async stream(request, signal) {
      try {
        const { url, ...rest } = httpRequest(deps, request, signal);
        const response = await deps.fetch(url, fetchOptions({ url, ...rest }));
        if (!response.ok || !response.body) {
          const body = parsed(withoutSecret(await response.text(), deps.token), false);
          const reply = { status: response.status, headers: response.headers, body };
          throwIfGeneral(deps, reply);
          throw refusal(reply);
        }
        return response.body;
      } catch (error) {
        throw failureOf(deps, error, signal);
      }
    },
  };
}

async function sendOnce(deps: HostHttpDeps, request: HostRequest, signal: AbortSignal): Promise<HostReply> {
  try {
    const answer = await sendRequest(deps, { ...httpRequest(deps, request, signal), timeout: deps.timeout ?? TIMEOUT });
    const { status, headers } = answer;
    const isSuccess = status >= 200 && status < 300;
    const text = withoutSecret(answerText(answer), deps.token);
    if (isSuccess && isWebPage(text)) throw webPageFailure(request);
    const reply = { status, headers, body: parsed(text, isSuccess) };
    throwIfGeneral(deps, reply);
    return reply;
  } catch (error) {
    throw failureOf(deps, error, signal);
  }
}

function httpRequest({ api, token }: HostHttpDeps, request: HostRequest, signal: AbortSignal): HttpRequest {
  const { method = 'GET', path, body, accept = 'application/json' } = request;
  return {
    method,
    url: path.startsWith('/') ? `${api}${path}` : path,
    headers: {
      accept,
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
    // A redirected POST would become a GET. Browsers drop the token on the way to another origin.
    redirect: isReading(request) ? 'follow' : 'manual',
  };
}

function isReading({ method = 'GET' }: HostRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** No host answers its API with markup: it is a site, or the login page of a network or a proxy in between. */
function isWebPage(text: string): boolean {
  return /^\s*</.test(text);
}

/** Whether something was written is unknown then, as it is where no answer came. */
function webPageFailure(request: HostRequest): ClipError {
  const cause = new SyntaxError('a web page in place of JSON');
  return new ClipError(isReading(request) ? 'server-unsupported' : 'offline', cause.message, { cause });
}

/** @throws {SyntaxError} where a success is not complete JSON: truncated. */
function parsed(text: string, isSuccess: boolean): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (isSuccess) throw error;
    return undefined;
  }
}

function throwIfGeneral({ now }: HostHttpDeps, reply: HostReply): void {
  const { status, headers } = reply;
  const detail = saying(reply);
  if (status === 401) throw new ClipError('auth-expired', detail);
  if (status === 403 && headers.has('x-github-sso')) throw new ClipError('auth-expired', detail);
  if (isRateLimit(status, headers, detail)) {
    throw new ClipError('rate-limited', detail, { retryAt: retryAt(headers, now()) ?? now() + UNSAID_WAIT });
  }
  if (status === 507) throw new ClipError('disk-full', detail);
  const isAboutRequest = (status < 500 && status !== 408) || status === 501 || status === 505;
  if (isAboutRequest) return;
  const at = retryAt(headers, now());
  throw new ClipError('offline', detail, at === undefined ? {} : { retryAt: at });
}

function isRateLimit(status: number, headers: Headers, detail: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0' || /rate limit|abuse/i.test(detail);
}

/** When a host says that it may be asked again, in Unix milliseconds. */
function retryAt(headers: Headers, now: number): number | undefined {
  const reset = headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset');
  const at = retryAfter(headers, now) ?? Number(reset ?? Number.NaN) * 1000;
  return Number.isFinite(at) ? Math.min(Math.max(at, now), now + LONGEST_WAIT) : undefined;
}

/** Returns the failure for an error response that the caller does not handle itself. */
export function refusal(reply: HostReply): ClipError {
  const detail = saying(reply);
  if (reply.status === 403 && /protected/i.test(detail)) return new ClipError('branch-protected', detail);
  if ([402, 403, 423, 451].includes(reply.status)) return new ClipError('access-denied', detail);
  if (reply.status === 404 || reply.status === 410) return new ClipError('repository-gone', detail);
  if (reply.status === 413) return new ClipError('too-large', detail);
  return new ClipError('server-unsupported', detail);
}

/** What the host says in its own words, with the status. */
export function saying({ status, body }: HostReply): string {
  const words = isRecord(body) ? (body['message'] ?? body['error_description'] ?? body['error']) : undefined;
  const text = typeof words === 'string' ? words : words === undefined ? '' : JSON.stringify(words);
  return `${status} ${text}`.trim().slice(0, DETAIL_LIMIT);
}

function failureOf({ token }: HostHttpDeps, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof ClipError) return withoutToken(error, token);
  const words = error instanceof Error ? error.message : String(error);
  return new ClipError('offline', withoutSecret(words, token), { cause: error });
}

function withoutToken(error: ClipError, token: string): ClipError {
  const { code, detail, retryAt } = error;
  if (token === '' || !detail.includes(token)) return error;
  return new ClipError(code, withoutSecret(detail, token), retryAt === undefined ? {} : { retryAt });
}

/** A host, or a library below, may repeat what it was sent. */
function withoutSecret(text: string, token: string): string {
  return token === '' ? text : text.replaceAll(token, '…');
}
