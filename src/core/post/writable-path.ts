import { mediaTypeOf } from '../model/picture.ts';

/** The endings of files that programs take as Markdown, and of plain text. */
const POST_ENDING = /\.(?:md|markdown|mdx|qmd|txt)$/i;

/** The ending of a file that holds the keys of the post beside it (TiddlyWiki). */
const META_ENDING = '.meta';

/** Returns the path of the file that holds a post's keys. */
export function metaPath(postPath: string): string {
  return `${postPath}${META_ENDING}`;
}

/** Whether a file is named like a post. */
export function isPostName(name: string): boolean {
  return POST_ENDING.test(name);
}

/**
 * Whether a path below a folder may be written to at all: a post, its keys or a picture by its ending, and nothing hidden on the
 * way. A program, a configuration or a hook (`_plugins/x.rb`, `package.json`, `.git/…`) never passes, whatever preset,
 * page or caller asks for it.
 *
 * @param path `/`-separated.
 */
export function isWritablePath(path: string): boolean {
  return path.split('/').every((name) => name !== '' && !name.startsWith('.')) && isPostOrPicture(path);
}

function isMetaName(path: string): boolean {
  return path.endsWith(META_ENDING) && isPostName(path.slice(0, -META_ENDING.length));
}

function isPostOrPicture(path: string): boolean {
  return isPostName(path) || isMetaName(path) || mediaTypeOf(path) !== undefined;
}
