import { mediaTypeOf } from '../../core/model/picture.ts';
import { nameText } from '../../core/post/file-name.ts';
import { checkPath } from '../../core/post/presets/check-path.ts';

/**
 * The path of a restored post, checked as that of a preset. Characters that some system refuses are replaced: a post
 * that was found in a folder may have them in its name.
 *
 * @returns nothing where the path leads out of its folder, is hidden, or is not that of a post.
 */
export function restoredPostPath(path: string): string | undefined {
  return [path, legalPath(path)].find((each) => isBelowFolder(each, 'post'));
}

/** The same of a picture. */
export function restoredPicturePath(path: string): string | undefined {
  if (mediaTypeOf(path) === undefined) return undefined;
  return [path, legalPath(path)].find((each) => isBelowFolder(each, 'picture'));
}

function isBelowFolder(path: string, kind: 'post' | 'picture'): boolean {
  const fault = path === '' ? 'path_leads_out' : checkPath([{ kind: 'text', text: path }], 'post');
  // A picture has another ending, and what is written out names no value.
  return fault === undefined || fault === 'path_one_name' || (kind === 'picture' && fault === 'path_bad_ending');
}

function legalPath(path: string): string {
  // What leads out or hides is not mended into something else.
  if (path.split('/').some((name) => name === '' || name.startsWith('.') || name.includes('\\'))) return '';
  const names = path.split('/').map((name) => nameText(name).replace(/\s+(?=\.\w+$)/, ''));
  return names.join('/').replace(/\.(?:md|markdown|mdx)$/i, (ending) => ending.toLowerCase());
}
