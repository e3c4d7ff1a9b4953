import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of an archive that may be a post. */
export interface ArchiveFile {
  /** Below the archive's folder, `/`-separated. */
  readonly path: string;
  readonly bytes: Buffer;
}

const POST = /\.(?:md|markdown|mkd|mdx)$/i;
/** What programs build or keep, and no posts. */
const PASSED_OVER = new Set(['node_modules', '_site', 'public', 'vendor', 'resources']);
/** Documents of a repository, in its top folder. */
const DOCUMENTS = /^(?:readme|license|changelog|contributing)\b/i;
/** Files that are read at a time. */
const AT_ONCE = 64;

/** The posts of an archive, in the order of their paths; no link is followed. Where there is a `_posts`, only in such. */
export async function* readArchive(folder: string): AsyncGenerator<ArchiveFile> {
  const all = (await pathsBelow(folder, '')).toSorted();
  const inPosts = all.filter((path) => /(?:^|\/)_posts\//.test(path));
  const paths = inPosts.length > 0 ? inPosts : all;
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    yield* await Promise.all(some.map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })));
  }
}

async function pathsBelow(folder: string, below: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = below + entry.name;
    if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) paths.push(...(await pathsBelow(folder, `${path}/`)));
    else if (entry.isFile() && POST.test(entry.name) && !(below === '' && DOCUMENTS.test(entry.name))) paths.push(path);
  }
  return paths;
}
