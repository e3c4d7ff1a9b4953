import type { FailureCode } from '../core/model/failure.ts';
import { retryAfter } from '../delivery/http/retry-after.ts';
import type { PageReason } from '../library/model/job.ts';

/** A page's bytes, and the address that they came from in the end. */
export interface FetchedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly url: string;
  readonly validators: Validators;
}

/** What a server marks an answer with, so that it need not send the same again (RFC 9110, 8.8). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Thrown where an address brings no page. */
export class PageError extends Error {
  readonly reason: PageReason | FailureCode;
  /** When the site allows another request, in Unix milliseconds, where it said so. */
  readonly retryAt: number | undefined;

  constructor(reason: PageReason | FailureCode, detail: string, retryAt?: number) {
    super(detail);
    this.name = 'PageError';
    this.reason = reason;
    this.retryAt = retryAt;
  }
}

/** No news page is near this. */
const MOST_BYTES = 32 * 1024 * 1024;
const LONGEST_MS = 30_000;

/**
 * Fetches an address without the user's cookies, and without saying where the request comes from.
 *
 * @param accept the media types asked for.
 * @throws {PageError} where the server has no such page, or none arrives in 30 s.
 * @throws {DOMException} an `AbortError` where `signal` said so.
 */
export async function fetchPage(url: string, accept: string, signal: AbortSignal): Promise<FetchedBytes> {
  const fetched = await fetchIfChanged(url, accept, signal, {});
  if (!fetched) throw new PageError('server-failed', '304 without being asked');
  return fetched;
}

/**
 * The same for an address that was fetched before.
 *
 * @returns nothing where the server says that it has not changed.
 */
export async function fetchIfChanged(
  url: string,
  accept: string,
  signal: AbortSignal,
  { etag, lastModified }: Validators,
): Promise<FetchedBytes | undefined> {
  const limit = AbortSignal.timeout(LONGEST_MS);
  try {
    const response = await fetch(url, {
      headers: {
        Accept: accept,
        ...(etag === undefined ? {} : { 'If-None-Match': etag }),
        ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
      },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, limit]),
    });
    if (response.status === 304) return undefined;
    if (!response.ok) throw refusedBy(response);
    const { headers } = response;
    const bytes = await readBody(response);
    const contentType = headers.get('content-type') ?? '';
    return { bytes, contentType, url: response.url || url, validators: validatorsOf(headers) };
  } catch (error) {
    if (error instanceof PageError || signal.aborted) throw error;
    if (limit.aborted) throw new PageError('too-slow', `${LONGEST_MS / 1000} s`);
    throw new PageError('unreachable', error instanceof Error ? error.message : String(error));
  }
}

function validatorsOf(headers: Headers): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function refusedBy(response: Response): PageError {
  const { status, statusText, headers } = response;
  return new PageError(reasonOf(status), `${status} ${statusText}`.trim(), retryAfter(headers, Date.now()));
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-status-codes */
function reasonOf(status: number): PageReason {
  if (status === 401 || status === 402 || status === 403 || status === 407) return 'login-needed';
  if (status === 429) return 'slow-down';
  return status >= 500 || status === 408 ? 'server-failed' : 'not-found';
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new PageError('too-large', `more than ${MOST_BYTES} bytes`);
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
