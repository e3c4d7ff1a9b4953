import { ClipError, type FailureCode } from '../../../core/model/failure.ts';

/** What Chromium throws from a folder, as measured on 156: a vanished folder still says it is `granted`. */
const CODES: Readonly<Record<string, FailureCode>> = {
  NotFoundError: 'folder-gone',
  NotAllowedError: 'folder-permission',
  SecurityError: 'folder-permission',
  NoModificationAllowedError: 'folder-read-only',
  QuotaExceededError: 'disk-full',
  TypeMismatchError: 'wrong-kind',
};

/** Our own failure for what the File System Access API threw; anything else as it is. */
export function folderError(error: unknown): unknown {
  if (error instanceof TypeError && /name/i.test(error.message)) return new ClipError('name-refused', error.message);
  const code = error instanceof DOMException ? CODES[error.name] : undefined;
  return error instanceof DOMException && code ? new ClipError(code, `${error.name}: ${error.message}`) : error;
}
