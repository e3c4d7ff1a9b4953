import { mediaTypeOf } from '../model/picture.ts';

/** The endings of files that programs take as Markdown, and of plain text. */
const POST_ENDING = /\.(?:md|markdown|mdx|qmd|txt)$/i;

/** Whether a file is named like a post. */
export function isPostName(name: string): boolean {
  return POST_ENDING.test(name);
}

/**
 * Whether a path below a folder may be written to at all: a post or a picture by its ending, and nothing hidden on the
 * way. A program, a configuration or a hook (`_plugins/x.rb`, `package.json`, `.git/…`) never passes, whatever preset,
 * page or caller asks for it.
 *
 * @param path `/`-separated.
 */
export function isWritablePath(path: string): boolean {
  return path.split('/').every((name) => name !== '' && !name.startsWith('.')) && isPostOrPicture(path);
}

function isPostOrPicture(path: string): boolean {
  return isPostName(path) || mediaTypeOf(path) !== undefined;
}
