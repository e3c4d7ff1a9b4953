/** A folder that a post format adds although the place already ends with it. */
export interface DoubledFolder {
  /** As in `_posts/_posts`. */
  readonly doubled: string;
  /** The place's folder without it; empty for the root. */
  readonly above: string;
}

/**
 * Whether posts would be written below one folder twice: the place is `blog/_posts`, and the format's path begins with
 * `_posts/`.
 *
 * @param folder below which the place writes, `/`-separated.
 * @param path the format's template of paths. Folders with a variable in them are not looked at.
 */
export function doubledFolder(folder: string, path: string): DoubledFolder | undefined {
  const names = folder.split(/[/\\]/);
  while (names.at(-1) === '') names.pop();
  const fixed = fixedFolders(path);
  for (let length = fixed.length; length > 0; length--) {
    const own = fixed.slice(0, length).join('/');
    if (own === names.slice(-length).join('/')) {
      return { doubled: `${own}/${own}`, above: names.slice(0, -length).join('/') };
    }
  }
  return undefined;
}

/** The folders that a path begins with in any case. */
function fixedFolders(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  const first = folders.findIndex((name) => name.includes('{{'));
  return first < 0 ? folders : folders.slice(0, first);
}
