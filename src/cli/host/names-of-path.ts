import { ClipError } from '../../core/model/failure.ts';
import { isWritablePath } from '../../core/post/writable-path.ts';

/** The longest name that file systems take, in bytes. */
const NAME_LIMIT = 255;
const PATH_LIMIT = 4096;

/** What a written name must not hold: what Windows and Chromium refuse, controls and half characters. */
const REFUSED_LETTERS = /[<>:"\\|?*\p{Cc}\p{Cs}]/u;

/** Names of devices on Windows, whatever their extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Files that a desktop acts on by their mere name (Chromium refuses them too). */
const ACTING = /\.(?:lnk|url|scf|desktop)$|^(?:desktop\.ini|autorun\.inf)$/i;

/**
 * The names in a path below the folder.
 *
 * @throws {ClipError} `name-refused` where the path is empty, absolute, leads out or to something hidden;
 * `name-too-long`.
 */
export function namesOfPath(path: string): readonly string[] {
  if (Buffer.byteLength(path) > PATH_LIMIT) throw new ClipError('name-too-long', path.slice(0, 100));
  const names = path.split('/');
  for (const name of names) {
    if (Buffer.byteLength(name) > NAME_LIMIT) throw new ClipError('name-too-long', name);
    if (isOffLimits(name)) throw new ClipError('name-refused', path);
  }
  return names;
}

/**
 * The names in a path that is to be written to. Beyond the above, each must be one that every system takes, and the file
 * a post or a picture by its ending: a program (`_plugins/x.rb`) or a configuration (`package.json`) is never written.
 *
 * @throws {ClipError} as `namesOfPath`.
 */
export function namesToWrite(path: string): readonly string[] {
  const names = namesOfPath(path);
  const isRefused = (name: string): boolean =>
    /[. ]$/.test(name) || REFUSED_LETTERS.test(name) || DEVICES.test(name) || ACTING.test(name);
  if (names.some(isRefused) || !isWritablePath(path)) throw new ClipError('name-refused', path);
  return names;
}

/**
 * Whether a name leads elsewhere, or is hidden: what programs act on unasked (`.git/hooks`, `.envrc`) has such a name,
 * a post never.
 */
export function isOffLimits(name: string): boolean {
  return name === '' || name.startsWith('.') || name.includes('\0') || (onWindows && /[\\:]/.test(name));
}

const onWindows = process.platform === 'win32';
