import { ClipError, toFailure } from '../core/model/failure.ts';
import type { Picture } from '../core/model/picture.ts';
import { folderOf } from '../core/post/nth-path.ts';
import { postFiles } from '../core/post/post-files.ts';
import type { Post } from '../core/post/to-post.ts';
import { metaPath } from '../core/post/writable-path.ts';
import { foldPath } from '../core/text/fold-path.ts';
import { putTogether } from '../delivery/put-together.ts';
import { namesOf, putUnderFreeName } from '../delivery/put-under-free-name.ts';
import { sha256 } from '../delivery/sha-256.ts';
import type { Expectation, OutFile, Target } from '../delivery/target.ts';
import { type Directory, FileMovedOn, type FoundFile, textOf } from '../delivery/targets/folder/directory.ts';
import type { Receipt } from '../library/model/delivery.ts';
import { urlKeyOf } from '../library/model/identity.ts';
import { readPost } from '../library/posts/read-post.ts';

/** A larger file is not a post, and is not read. */
const LARGEST_POST = 4 * 1024 * 1024;

/** How often another process may change the story's file between the look at it and the writing. */
const ROUNDS = 20;

/** A post with what it takes to save it. */
export interface PostToSave {
  readonly post: Post;
  /** The story's address. A file is this story's own where it names the same address, whatever its preset. */
  readonly url: string;
  /** Those that were fetched, by their addresses; the others stay links. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}

/**
 * What becomes of a file of the same story that has another text, as another writer may have left: it is replaced, or
 * kept, and the post is rejected with `already-there` and the file's path.
 */
export type OtherText = 'replace' | 'keep';

/** Where posts are saved. */
export interface PostPlace {
  readonly target: Target;
  /** Absent: `replace`. */
  readonly otherText?: OtherText;
  /**
   * Returns the path of the story's file where it has none of the post's names, as after a new headline. Absent: it is
   * looked for by name alone.
   */
  readonly findRenamed?: (post: PostToSave) => Promise<string | undefined>;
  /** What becomes of such a file that has another text. Absent: `keep`. */
  readonly renamedText?: OtherText;
  /** The place as it is now: some directories show the state of the moment at which they were opened. */
  readonly openDirectory: () => Directory;
}

/**
 * Saves posts with their pictures at a place, without a library, together where the target has batches.
 * The same story again updates its own file under the name that it has, unless it is to be kept; the file of another story, or anything
 * else, is never touched: the post takes the next free name (`…-2.md`).
 *
 * @returns the receipt of each post's own file, in order, or why it could not be saved.
 */
export async function savePosts(
  { otherText = 'replace', renamedText = 'keep', ...place }: PostPlace,
  posts: readonly PostToSave[],
): Promise<PromiseSettledResult<Receipt>[]> {
  const { target, openDirectory } = place;
  const first = openDirectory();
  const puts = await putTogether(target, posts, async (shared, post) => {
    const [put] = await Promise.allSettled([
      putPost({ ...place, target: shared, otherText, renamedText }, first, post),
    ]);
    return put;
  });
  const done = puts.flatMap((put) => (put.status === 'fulfilled' ? [put.value] : []));
  const kept = done.length === 0 ? [] : await target.lookAgain?.(done);
  return puts.map((put, n): PromiseSettledResult<Receipt> => {
    if (put.status === 'rejected') return put;
    const [receipt] = put.value;
    const isKept = kept?.[done.indexOf(put.value)] !== false;
    if (receipt && isKept) return { status: 'fulfilled', value: receipt };
    return { status: 'rejected', reason: new ClipError('not-kept', receipt?.path ?? posts[n]?.post.path) };
  });
}

type TextRule = 'otherText' | 'renamedText';

async function putPost(
  { target, openDirectory, findRenamed, otherText, renamedText }: PostPlace & Required<Pick<PostPlace, TextRule>>,
  first: Directory,
  toSave: PostToSave,
): Promise<Receipt[]> {
  const { post, url, pictures = new Map() } = toSave;
  const renamed = await findRenamed?.(toSave);
  let directory = first;
  for (let round = 1; ; round++) {
    const tried = new Set<string>();
    const naming = {
      names: renamed === undefined ? namesThere(directory, post.path) : [renamed],
      filesAt: (path: string) => postFiles(post, pictures, path),
      expectationFor: (files: readonly OutFile[]) => {
        const path = files[0]?.path ?? '';
        // Asked again: another writer took the name since, perhaps with this very story.
        if (tried.has(path)) directory = openDirectory();
        tried.add(path);
        return expectationFor(directory, files, url, path === renamed ? renamedText : otherText);
      },
    };
    try {
      return await putUnderFreeName(target, naming, new AbortController().signal);
    } catch (error) {
      if (round === ROUNDS || !isOvertaken(error)) throw error;
      directory = openDirectory();
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
  for (const path of namesOf(wanted)) {
    const folder = folderOf(path);
    if (!listed.has(folder)) {
      listed.add(folder);
      for (const { name } of await entriesOf(directory, folder)) spellings.set(foldPath(folder + name), folder + name);
    }
    yield spellings.get(foldPath(path)) ?? path;
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

/**
 * What the files of a story may replace; nothing where its name has been taken by something else.
 *
 * @throws {ClipError} `already-there` where another text of the story is kept.
 */
async function expectationFor(
  directory: Directory,
  files: readonly OutFile[],
  url: string,
  otherText: OtherText,
): Promise<Expectation | undefined> {
  const [post] = files;
  const text = post && (await textAt(directory, post.path));
  if (text === TAKEN) return undefined;
  if (text === undefined) return { kind: 'absent' };
  const isSame = text === post?.content;
  const named = post && (readPost(text).url ?? (await addressBeside(directory, post.path)));
  const isOwn = isSame || (named !== undefined && urlKeyOf(named) === urlKeyOf(url));
  if (isOwn && !isSame && otherText === 'keep') throw new ClipError('already-there', post?.path ?? '');
  return isOwn ? { kind: 'ours', receipts: await receiptsOf(directory, files) } : undefined;
}

/** The address that the file with a post's keys names. */
async function addressBeside(directory: Directory, path: string): Promise<string | undefined> {
  const meta = await textAt(directory, metaPath(path));
  return typeof meta === 'string' ? readPost('', meta).url : undefined;
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
    receipts.push({ path, version: file.version ?? (await sha256(await file.read())), bytes: file.size });
  }
  return receipts;
}
