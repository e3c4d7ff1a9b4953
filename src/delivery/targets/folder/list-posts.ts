import { metaPath } from '../../../core/post/writable-path.ts';
import type { Directory, Entry, FoundFile } from './directory.ts';

/** A file that may be a post. */
export interface PostFile {
  /** Below the folder, `/`-separated. */
  readonly path: string;
  /** Looks at it; nothing where it is gone. */
  look(): Promise<FoundFile | undefined>;
  /** The same of the file that holds its keys; absent where the post holds them. */
  lookAtMeta?(): Promise<FoundFile | undefined>;
}

export interface Listing {
  readonly posts: readonly PostFile[];
  /** What writes that were cut off left behind: named, never counted as posts, never removed. */
  readonly leftovers: readonly string[];
}

const POST = /\.(?:md|markdown|mdx)$/i;
/** Chromium's, the companion's, and those of uploads. */
const LEFTOVER = /\.crswap$|^\.?jianbao-[\da-f-]+\.tmp$/i;

/** Folders that hold programs and their output, not posts: site generators', package managers', editors'. */
const SKIPPED: ReadonlySet<string> = new Set(['_site', 'node_modules', 'vendor', 'public', 'dist', '__pycache__']);

/** Deeper than any archive; a guard against folders that hold themselves. */
const DEPTH = 12;
const FILE_LIMIT = 200_000;

/**
 * Whether a path is of a file that `listPosts` lists among the posts.
 *
 * @returns nothing where that takes a look at the whole folder: keys beside a post, and what writes left.
 */
export function isPostPath(path: string): boolean | undefined {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (folders.length > DEPTH || folders.some((folder) => folder.startsWith('.') || SKIPPED.has(folder))) return false;
  return name.endsWith('.meta') || LEFTOVER.test(name) ? undefined : POST.test(name);
}

/** Every file in `directory` that may be a post. Hidden folders and those of programs are passed by. */
export async function listPosts(directory: Directory, signal: AbortSignal): Promise<Listing> {
  const posts: PostFile[] = [];
  const leftovers: string[] = [];

  async function walk(folder: string, depth: number): Promise<void> {
    signal.throwIfAborted();
    const inner: string[] = [];
    const entries = await directory.list(folder);
    const metas = new Map(entries.filter(({ name }) => name.endsWith('.meta')).map((entry) => [entry.name, entry]));
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === 'folder') {
        if (!entry.name.startsWith('.') && !SKIPPED.has(entry.name)) inner.push(path);
      } else if (LEFTOVER.test(entry.name)) leftovers.push(path);
      else if (POST.test(entry.name) && posts.length < FILE_LIMIT) posts.push(postFile(path, entry, metas));
    }
    if (depth === DEPTH) return;
    for (const path of inner) await walk(path, depth + 1);
  }

  await walk('', 0);
  return { posts, leftovers };
}

function postFile(path: string, entry: Entry & { kind: 'file' }, metas: ReadonlyMap<string, Entry>): PostFile {
  const meta = metas.get(metaPath(entry.name));
  const beside = meta?.kind === 'file' ? { lookAtMeta: () => meta.look() } : {};
  return { path, look: () => entry.look(), ...beside };
}
