import { ClipError, type FailureCode } from '../../core/model/failure.ts';
import { codeOf } from '../write-whole.ts';

/** What Node throws from a disk, and what that means to the queue of deliveries. */
const CODES: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'folder-gone',
  EACCES: 'folder-read-only',
  EPERM: 'folder-read-only',
  EROFS: 'folder-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EISDIR: 'wrong-kind',
  ENOTDIR: 'wrong-kind',
  ELOOP: 'wrong-kind',
  EINVAL: 'name-refused',
  EILSEQ: 'name-refused',
  ENAMETOOLONG: 'name-too-long',
};

/** Our own failure for what the system said; anything else as it is. */
export function diskError(error: unknown): unknown {
  const code = CODES[codeOf(error)];
  return error instanceof Error && code ? new ClipError(code, error.message, { cause: error }) : error;
}
