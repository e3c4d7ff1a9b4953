import { toFailure } from '../core/model/failure.ts';
import type { Picture } from '../core/model/picture.ts';
import { folderOf } from '../core/post/nth-path.ts';
import { postFiles } from '../core/post/post-files.ts';
import type { Post } from '../core/post/to-post.ts';
import { namesOf, putUnderFreeName } from '../delivery/put-under-free-name.ts';
import { sha256 } from '../delivery/sha-256.ts';
import type { Expectation, OutFile } from '../delivery/target.ts';
import { type Directory, FileMovedOn, type FoundFile, textOf } from '../delivery/targets/folder/directory.ts';
import { folderTarget } from '../delivery/targets/folder/folder-target.ts';
import type { Receipt } from '../library/model/delivery.ts';
import { urlKeyOf } from '../library/model/identity.ts';
import { readPost } from '../library/posts/read-post.ts';

/** A larger file is not a post, and is not read. */
const LARGEST_POST = 4 * 1024 * 1024;

/** How often another process may change the story's file between the look at it and the writing. */
const ROUNDS = 20;

/**
 * Saves a post with its pictures in a folder, without a library, and returns the path of the post.
 * The same story again updates its own file; the file of another story, or anything else, is never touched: the post
 * takes the next free name (`…-2.md`).
 *
 * @param url the story's address. A file is this story's own where it names the same address, whatever its preset.
 * @param pictures those that were fetched, by their addresses; the others stay links.
 * @throws {ClipError} where the folder cannot be written.
 */
export async function savePost(
  directory: Directory,
  post: Post,
  url: string,
  pictures: ReadonlyMap<string, Picture> = new Map(),
): Promise<string> {
  const target = folderTarget({ id: 'folder', directory });
  for (let round = 1; ; round++) {
    const naming = {
      names: namesThere(directory, post.path),
      filesAt: (path: string) => postFiles(post, pictures, path),
      expectationFor: (files: readonly OutFile[]) => expectationFor(directory, files, url),
    };
    try {
      const [receipt] = await putUnderFreeName(target, naming, new AbortController().signal);
      return receipt?.path ?? post.path;
    } catch (error) {
      if (round === ROUNDS || !isOvertaken(error)) throw error;
    }
  }
}

/** Another run wrote the story's file, or deleted it, in the meantime: look again. */
function isOvertaken(error: unknown): boolean {
  return error instanceof FileMovedOn || ['file-changed', 'file-gone'].includes(toFailure(error).code);
}

/** The names for a post, each as a file there is spelled that macOS or Windows hold to have it. */
async function* namesThere(directory: Directory, wanted: string): AsyncGenerator<string> {
  const spellings = new Map<string, string>();
  const listed = new Set<string>();
  const folded = (path: string): string => path.normalize('NFC').toLowerCase();
  for (const path of namesOf(wanted)) {
    const folder = folderOf(path);
    if (!listed.has(folder)) {
      listed.add(folder);
      for (const { name } of await entriesOf(directory, folder)) spellings.set(folded(folder + name), folder + name);
    }
    yield spellings.get(folded(path)) ?? path;
  }
}

async function entriesOf(directory: Directory, folder: string) {
  try {
    return await directory.list(folder.slice(0, -1));
  } catch (error) {
    if (toFailure(error).code === 'folder-gone') return []; // It is made when the post is written.
    throw error;
  }
}

/** What the files of a story may replace; nothing where its name has been taken by something else. */
async function expectationFor(
  directory: Directory,
  files: readonly OutFile[],
  url: string,
): Promise<Expectation | undefined> {
  const [post] = files;
  const text = post && (await textAt(directory, post.path));
  if (text === TAKEN) return undefined;
  if (text === undefined) return { kind: 'absent' };
  const named = readPost(text).url;
  const isOwn = text === post?.content || (named !== undefined && urlKeyOf(named) === urlKeyOf(url));
  return isOwn ? { kind: 'ours', receipts: await receiptsOf(directory, files) } : undefined;
}

/** Something that cannot be a post has the name. */
const TAKEN = Symbol('taken');

async function textAt(directory: Directory, path: string): Promise<string | typeof TAKEN | undefined> {
  const file = await fileAt(directory, path);
  if (file === undefined || file === TAKEN) return file;
  return file.size > LARGEST_POST ? TAKEN : textOf(file);
}

async function fileAt(directory: Directory, path: string): Promise<FoundFile | typeof TAKEN | undefined> {
  try {
    return await directory.look(path);
  } catch (error) {
    if (toFailure(error).code === 'name-taken') return TAKEN;
    throw error;
  }
}

/** The files of a story as they are now: a run knows nothing of earlier ones but what it finds. */
async function receiptsOf(directory: Directory, files: readonly OutFile[]): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (const { path } of files) {
    const file = await fileAt(directory, path);
    if (file === undefined || file === TAKEN) continue;
    receipts.push({ path, version: await sha256(await file.read()), bytes: file.size });
  }
  return receipts;
}
