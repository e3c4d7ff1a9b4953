import { ClipError, type FailureCode } from '../../core/model/failure.ts';
import { retryAfter } from './retry-after.ts';
import type { HttpAnswer } from './send-request.ts';

/** What the status codes mean that are the same for every kind of server (RFC 9110, RFC 6585, RFC 4918). */
const CODES: Readonly<Record<number, FailureCode>> = {
  401: 'auth-expired',
  402: 'access-denied',
  403: 'access-denied',
  404: 'folder-gone',
  405: 'server-unsupported',
  407: 'offline',
  408: 'offline',
  410: 'folder-gone',
  413: 'too-large',
  414: 'name-too-long',
  415: 'server-unsupported',
  423: 'file-locked',
  429: 'rate-limited',
  431: 'name-too-long',
  451: 'access-denied',
  501: 'server-unsupported',
  505: 'server-unsupported',
  507: 'disk-full',
};

/**
 * Returns the failure for a server's response. The detail names method and status, never a header or a body: these
 * may repeat the sign-in.
 *
 * @param code where the kind of server tells more than the status does.
 * @param reason a word from the server's own table of errors.
 */
export function httpError(answer: HttpAnswer, now: number, code?: FailureCode, reason = ''): ClipError {
  const { method, status, headers } = answer;
  const retryAt = retryAfter(headers, now);
  const detail = `${method}: ${status}${reason && ` ${reason}`}`;
  return new ClipError(code ?? codeOf(status, retryAt), detail, retryAt === undefined ? {} : { retryAt });
}

function codeOf(status: number, retryAt: number | undefined): FailureCode {
  if (status === 503 && retryAt !== undefined) return 'rate-limited';
  // Anything else is no answer to what was asked: a redirect too, which a browser shows as status 0.
  return CODES[status] ?? (status >= 500 ? 'offline' : 'server-unsupported');
}
