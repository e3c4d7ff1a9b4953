/**
 * Why something could not be done. A code crosses every seam (classes do not survive messages);
 * the sentence for it is `failure_<code>` in `_locales`.
 */
export type FailureCode =
  | 'browser-page'
  | 'store-page'
  | 'extension-page'
  | 'view-source'
  | 'pdf'
  | 'image'
  | 'not-html'
  | 'blank'
  | 'page-not-loaded'
  | 'local-file'
  | 'no-article'
  | 'login-wall'
  | 'scripts-needed'
  | 'frameset'
  | 'too-large'
  | 'too-slow'
  | 'stopped'
  | 'navigated'
  | 'permission'
  | 'download-refused'
  | 'downloads-unsupported'
  | 'download-cancelled'
  | 'download-interrupted'
  | 'disk-full'
  | 'name-taken'
  | 'already-there'
  | 'name-too-long'
  | 'name-refused'
  | 'wrong-kind'
  | 'file-changed'
  | 'file-gone'
  | 'folder-permission'
  | 'folder-gone'
  | 'folder-read-only'
  | 'folder-unsupported'
  | 'companion-missing'
  | 'companion-lost'
  | 'companion-outdated'
  | 'target-unknown'
  | 'place-paused'
  | 'auth-expired'
  | 'rate-limited'
  | 'offline'
  | 'conflict'
  | 'access-denied'
  | 'branch-protected'
  | 'repository-gone'
  | 'commit-refused'
  | 'server-unsupported'
  | 'file-locked'
  | 'clock-skew'
  | 'wrong-region'
  | 'library-blocked'
  | 'library-newer'
  | 'edited-elsewhere'
  | 'library-full'
  | 'library-unavailable'
  | 'not-kept'
  | 'unexpected';

/** The JSON form of a failure. */
export interface Failure {
  readonly code: FailureCode;
  /** The cause in the words of whatever failed, for the details line; never shown alone. */
  readonly detail: string;
  /** When it may work again, in Unix milliseconds, where the server that refused it said so. */
  readonly retryAt?: number;
}

/** What a `ClipError` may carry besides its code. */
interface ClipErrorOptions {
  /** What was thrown below: for the console and the command line, never across a seam. */
  readonly cause?: unknown;
  /** Unix milliseconds; see `Failure`. */
  readonly retryAt?: number;
}

/** Thrown where a failure is found; `toFailure` makes the JSON form at the seam. */
export class ClipError extends Error {
  readonly code: FailureCode;
  readonly detail: string;
  readonly retryAt: number | undefined;

  constructor(code: FailureCode, detail = '', { cause, retryAt }: ClipErrorOptions = {}) {
    super(detail === '' ? code : `${code}: ${detail}`, cause === undefined ? undefined : { cause });
    this.name = 'ClipError';
    this.code = code;
    this.detail = detail;
    this.retryAt = retryAt;
  }
}

/** The JSON form of anything that was thrown. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ClipError) {
    const { code, detail, retryAt } = error;
    return { code, detail, ...(retryAt === undefined ? {} : { retryAt }) };
  }
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
