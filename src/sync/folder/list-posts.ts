import type { FileHandle, FolderHandle } from './handles.ts';

/** A file that may be a post. */
export interface PostFile {
  /** Below the folder, `/`-separated. */
  readonly path: string;
  readonly handle: FileHandle;
}

export interface Listing {
  readonly posts: readonly PostFile[];
  /** What writes that were cut off left behind (`….crswap`): named, never counted as posts, never removed. */
  readonly leftovers: readonly string[];
}

const POST = /\.(?:md|markdown|mdx)$/i;
const LEFTOVER = /\.crswap$/i;

/** Folders that hold programs and their output, not posts: site generators', package managers', editors'. */
const SKIPPED: ReadonlySet<string> = new Set(['_site', 'node_modules', 'vendor', 'public', 'dist', '__pycache__']);

/** Deeper than any archive; a guard against folders that hold themselves. */
const DEPTH = 12;
const FILE_LIMIT = 200_000;

/** Every file below `root` that may be a post. Hidden folders and those of programs are passed by. */
export async function listPosts(root: FolderHandle, signal: AbortSignal): Promise<Listing> {
  const posts: PostFile[] = [];
  const leftovers: string[] = [];

  async function walk(folder: FolderHandle, prefix: string, depth: number): Promise<void> {
    const inner: FolderHandle[] = [];
    for await (const entry of folder.values()) {
      signal.throwIfAborted();
      const path = prefix + entry.name;
      if (entry.kind === 'directory') inner.push(entry);
      else if (LEFTOVER.test(entry.name)) leftovers.push(path);
      else if (POST.test(entry.name) && posts.length < FILE_LIMIT) posts.push({ path, handle: entry });
    }
    if (depth === DEPTH) return;
    for (const child of inner) {
      if (!child.name.startsWith('.') && !SKIPPED.has(child.name))
        await walk(child, `${prefix}${child.name}/`, depth + 1);
    }
  }

  await walk(root, '', 0);
  return { posts, leftovers };
}
