import { ClipError } from '../../core/model/failure.ts';

/** The part of the Fetch API that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What talking to a server needs of the world. */
export interface HttpDeps {
  readonly fetch: Fetch;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface HttpRequest {
  readonly method: string;
  /** Holds no secret: it may be named in a failure. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  /** By default none is followed: what is read back is what the server has at this address. */
  readonly redirect?: RequestRedirect;
  /** How long the whole answer may take, in milliseconds. By default by the length of the body. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/** A server's answer, read to its end. */
export interface HttpAnswer {
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The longest answer that is read, in bytes: a listing of 100,000 posts has 35 MB. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

/** How long a request may take, in milliseconds: a minute, and more for a body on a line of 20 kB a second. */
const PATIENCE = 60_000;
const BYTES_PER_MILLISECOND = 20;

/**
 * Sends a request and reads the answer to its end. No cookie or cache takes part, and no redirect unless the request
 * says so: what is read back is what the server has, and the sign-in goes to no other server.
 *
 * @throws {ClipError} `offline` where no whole answer came: no network, no such server, a refused certificate (the Fetch
 * API does not tell these apart), a line that broke or fell silent. `too-large` for an endless answer.
 * @throws the reason of the request's signal.
 */
export async function sendRequest(deps: Pick<HttpDeps, 'fetch'>, request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, body, timeout = PATIENCE + Math.ceil((body?.length ?? 0) / BYTES_PER_MILLISECOND) } = request;
  const limit = AbortSignal.timeout(timeout);
  const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit;
  try {
    const response = await deps.fetch(url, fetchOptions({ ...request, signal }));
    return { method, status: response.status, headers: response.headers, body: await readBody(response, method) };
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    if (error instanceof ClipError) throw error;
    throw new ClipError('offline', `${method} ${new URL(url).host}: ${reasonOf(error)}`, { cause: error });
  }
}

/** What every request to a place has in common, whether its answer is read or streamed. */
export function fetchOptions({ method, headers, body, signal, redirect = 'manual' }: HttpRequest): RequestInit {
  return {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
    cache: 'no-store',
    // Without this a browser would send the cookies of the user's own session with the server.
    credentials: 'omit',
    redirect,
    referrerPolicy: 'no-referrer',
  };
}

async function readBody(response: Response, method: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > ANSWER_LIMIT) {
      await reader?.cancel();
      throw new ClipError('too-large', `${method}: more than ${ANSWER_LIMIT} bytes`);
    }
    parts.push(part.value);
  }
  if (isCutShort(response, method, length)) throw new Error(`the answer ended after ${length} bytes`);
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** Firefox returns a response that ended before its stated length as if it were complete. */
function isCutShort({ headers, status }: Response, method: string, length: number): boolean {
  const stated = headers.get('content-length');
  if (stated === null || headers.has('content-encoding')) return false;
  return method !== 'HEAD' && status !== 204 && status !== 304 && Number(stated) > length;
}

/** Node says why in the cause; browsers do not tell. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.message;
}

/** The answer's body as text, UTF-8. */
export function answerText({ body }: HttpAnswer): string {
  return new TextDecoder().decode(body);
}
