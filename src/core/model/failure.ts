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
  | 'frameset'
  | 'too-large'
  | 'navigated'
  | 'permission'
  | 'download-refused'
  | 'download-cancelled'
  | 'download-interrupted'
  | 'disk-full'
  | 'name-taken'
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
  | 'library-blocked'
  | 'library-newer'
  | 'library-full'
  | 'library-unavailable'
  | 'not-kept'
  | 'unexpected';

/** The JSON form of a failure. */
export interface Failure {
  readonly code: FailureCode;
  /** The cause in the words of whatever failed, for the details line; never shown alone. */
  readonly detail: string;
}

/** Thrown where a failure is found; `toFailure` makes the JSON form at the seam. */
export class ClipError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'ClipError';
    this.code = code;
    this.detail = detail;
  }

  readonly detail: string;
}

/** The JSON form of anything that was thrown. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ClipError) return { code: error.code, detail: error.detail };
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
