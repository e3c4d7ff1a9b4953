import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { load } from 'js-yaml';
import type { Post } from '../core/post/to-post.ts';
import { CliError } from './failure-sentence.ts';

/** The longest file name that the usual file systems take, in bytes of UTF-8. */
const MAX_NAME_BYTES = 255;

/**
 * Writes a post below `folder` and answers the path that it got there. The same story again overwrites its own file;
 * a file that is of another story, or not ours, is never touched: the post gets the next free name (`…-2.md`).
 *
 * @param url the story's address, by which its own file is known again.
 * @throws {CliError} with a sentence where the folder cannot be written.
 */
export async function savePost(folder: string, post: Post, url: string): Promise<string> {
  try {
    const directory = join(folder, dirname(post.path));
    await mkdir(directory, { recursive: true });
    const name = await nameFor(directory, basename(post.path), url);
    await writeWhole(join(directory, name), post.text);
    return join(dirname(post.path), name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The post could not be written below ${folder}: ${reason}.`);
  }
}

async function nameFor(directory: string, wanted: string, url: string): Promise<string> {
  const taken = new Map((await readdir(directory)).map((name) => [folded(name), name]));
  for (let nth = 1; ; nth++) {
    const name = numbered(wanted, nth);
    const there = taken.get(folded(name));
    if (there === undefined) return name;
    if (await isStory(join(directory, there), url)) return there;
  }
}

/** Names that macOS or Windows hold to be one: same letters, other case or composition. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function numbered(name: string, nth: number): string {
  if (nth === 1) return name;
  const dot = name.lastIndexOf('.');
  const extension = `-${nth}${name.slice(dot)}`;
  let stem = name.slice(0, dot);
  while (Buffer.byteLength(stem + extension) > MAX_NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  return stem + extension;
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

/** Writes beside the place and renames, so that a reader or a crash never meets half a post. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.jianbao-${process.pid}.tmp`);
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
