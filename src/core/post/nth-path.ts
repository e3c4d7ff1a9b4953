import { byteLength, cutToBytes, MAX_NAME_BYTES } from './file-name.ts';

/** File names in which the folder, not the file, names the post (Hugo's page bundles and the like). */
const BUNDLE_FILES: ReadonlySet<string> = new Set(['index.md', 'index.mdx', '_index.md', 'index.html', 'readme.md']);

/**
 * The nth name for a post (1 is its own): `story.md`, `story-2.md`; of a bundle, `story/index.md`, `story-2/index.md`.
 * A name never exceeds the limit of file systems: the stem is shortened, between characters.
 */
export function nthPath(path: string, n: number): string {
  if (n === 1) return path;
  const segments = path.split('/');
  const file = segments.at(-1) ?? '';
  const isBundle = segments.length > 1 && BUNDLE_FILES.has(file.toLowerCase());
  const at = isBundle ? segments.length - 2 : segments.length - 1;
  const name = segments[at] ?? '';
  const dot = isBundle ? -1 : name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const suffix = `-${n}${extension}`;
  segments[at] = `${cutToBytes(stem, MAX_NAME_BYTES - byteLength(suffix)).replace(/[-. ]+$/, '')}${suffix}`;
  return segments.join('/');
}

/** How many names for a post are looked at. */
export const NAMES_TRIED = 100;

/** Returns the n for which `nthPath` returns this name; 1 for a name of any other kind. */
export function nthOf(path: string, name: string): number {
  for (let n = 2; n <= NAMES_TRIED; n++) if (name.endsWith(nthPath(path, n))) return n;
  return 1;
}

/** A bundle's other files are below its folder and move with it; all other assets keep their path. */
export function besidePost(assetPath: string, postPath: string, movedPostPath: string): string {
  const folder = folderOf(postPath);
  const file = postPath.slice(folder.length).toLowerCase();
  if (!BUNDLE_FILES.has(file) || folder === '' || !assetPath.startsWith(folder)) return assetPath;
  return folderOf(movedPostPath) + assetPath.slice(folder.length);
}

/** The folder part of a path, with its end slash; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
