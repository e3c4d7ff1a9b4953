import { ClipError } from '../../../core/model/failure.ts';
import { byteLength, MAX_NAME_BYTES } from '../../../core/post/file-name.ts';

/** What no name may hold, so that every system can check the repository out: what Windows refuses, and controls. */
const REFUSED_LETTERS = /[<>:"\\|?*\p{Cc}\p{Cs}]/u;
/** Characters that macOS ignores in names (HFS+): `.g\u200cit` is `.git` there. */
const IGNORED_LETTERS = /\p{Default_Ignorable_Code_Point}/gu;
/** Windows' short name of `.git`. */
const SHORT_NAME = /^git~\d+$/i;

/**
 * The path in the repository of a file below the target's folder.
 *
 * @throws {ClipError} `name-too-long`; `name-refused` where a name is empty, hidden (`.git`, `.github/workflows`, which
 * programs act on), leads out, or cannot be checked out on every system.
 */
export function repositoryPath(folder: string, path: string): string {
  for (const name of path.split('/')) {
    if (byteLength(name) > MAX_NAME_BYTES) throw new ClipError('name-too-long', path);
    if (isRefused(name)) throw new ClipError('name-refused', path);
  }
  return inRepository(folder, path);
}

/** The path from the repository's root, unchecked: to look at, not to write to. */
export function inRepository(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

function isRefused(name: string): boolean {
  const visible = name.replace(IGNORED_LETTERS, '');
  return (
    visible === '' ||
    visible.startsWith('.') ||
    /[. ]$/.test(name) ||
    REFUSED_LETTERS.test(name) ||
    SHORT_NAME.test(name)
  );
}

/** The folders above a path, the outermost first. */
export function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, n) => names.slice(0, n + 1).join('/'));
}

/** Whether git takes a text for the name of a branch (git-check-ref-format), and no tool for an option. */
export function isBranchName(name: string): boolean {
  return (
    name !== '' &&
    name !== '@' &&
    byteLength(name) <= MAX_NAME_BYTES &&
    !name.startsWith('-') &&
    !/[\s~^:?*[\\\p{Cc}\p{Cs}]|\.\.|@\{|\/\/|^\/|\/$|\.$/u.test(name) &&
    name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
