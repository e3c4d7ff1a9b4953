import { ClipError } from '../../core/model/failure.ts';
import { byteLength, MAX_NAME_BYTES } from '../../core/post/file-name.ts';

/** What Windows, and with it every server that is synced to it, refuses in a name. */
const REFUSED = /[<>:"\\|?*\p{Cc}]/u;

/**
 * Refuses a path that some server or the computer that it is synced to cannot hold. Names that begin with a dot are
 * hidden: nginx does not list them.
 *
 * @throws {ClipError} `name-too-long`, `name-refused`.
 */
export function checkPath(path: string): void {
  for (const name of path.split('/')) {
    if (name === '' || name.startsWith('.') || /[. ]$/.test(name) || REFUSED.test(name)) {
      throw new ClipError('name-refused', path);
    }
    if (byteLength(name) > MAX_NAME_BYTES) throw new ClipError('name-too-long', path);
  }
}
