import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { load } from 'js-yaml';
import type { Picture } from '../core/model/picture.ts';
import { nthPath } from '../core/post/nth-path.ts';
import { postFiles } from '../core/post/post-files.ts';
import type { Post } from '../core/post/to-post.ts';
import { CliError } from './failure-sentence.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a post with its pictures below `folder` and answers the path that it got there. The same story again
 * overwrites its own file; a file that is of another story, or not ours, is never touched: the post gets the next free
 * name (`…-2.md`).
 *
 * @param url the story's address, by which its own file is known again.
 * @param pictures those that were fetched, by their addresses; the others stay links.
 * @throws {CliError} with a sentence where the folder cannot be written.
 */
export async function savePost(
  folder: string,
  post: Post,
  url: string,
  pictures: ReadonlyMap<string, Picture> = new Map(),
): Promise<string> {
  try {
    const path = await freePath(folder, post.path, url);
    // The post last: where it lies, its pictures do.
    for (const file of postFiles(post, pictures, path).toReversed()) {
      await mkdir(join(folder, dirname(file.path)), { recursive: true });
      await writeWhole(join(folder, file.path), file.content, 'anything');
    }
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The post could not be written below ${folder}: ${reason}.`);
  }
}

async function freePath(folder: string, wanted: string, url: string): Promise<string> {
  for (let nth = 1; ; nth++) {
    const path = nthPath(wanted, nth);
    const there = await sameName(join(folder, dirname(path)), basename(path));
    if (there === undefined) return path;
    if (await isStory(join(folder, dirname(path), there), url)) return join(dirname(path), there);
  }
}

/** The file that macOS or Windows hold to have this name: same letters, other case or composition. */
async function sameName(directory: string, name: string): Promise<string | undefined> {
  const folded = (text: string): string => text.normalize('NFC').toLowerCase();
  const there = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return there.find((one) => folded(one) === folded(name));
}

/** Whether the post at `path` is of the story at `url`: some value of its front matter is that address. */
async function isStory(path: string, url: string): Promise<boolean> {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---\r?$/m.exec(await readFile(path, 'utf8'))?.[1];
  if (yaml === undefined) return false;
  try {
    const data = load(yaml);
    return typeof data === 'object' && data !== null && Object.values(data).includes(url);
  } catch {
    return false; // Not YAML, so not written by us.
  }
}
