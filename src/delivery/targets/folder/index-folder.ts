import { updateFolderFiles } from '../../../library/commands/folder-files.ts';
import { markIndexed } from '../../../library/commands/targets.ts';
import { pathKey } from '../../../library/model/delivery.ts';
import type { FolderFile } from '../../../library/model/folder-file.ts';
import { urlKeyOf } from '../../../library/model/identity.ts';
import { readPost } from '../../../library/posts/read-post.ts';
import { filesOfTarget } from '../../../library/queries/folder-files.ts';
import type { Library } from '../../../library/store/database.ts';
import { mapParallel } from '../../map-parallel.ts';
import { type Directory, FileMovedOn, type FoundFile, textOf } from './directory.ts';
import { isPostPath, type Listing, listPosts, type PostFile } from './list-posts.ts';

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** What reading a folder through came to. */
export interface IndexReport {
  readonly posts: number;
  /** Read again this time; the others were unchanged. */
  readonly read: number;
  readonly removed: number;
  /** Files whose front matter could not be read. They are left alone. */
  readonly unreadable: readonly FolderFile[];
  readonly leftovers: readonly string[];
}

export interface IndexDeps {
  readonly library: Library;
  readonly folderId: string;
  readonly directory: Directory;
  readonly now: () => number;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** Files read at a time: more gain nothing (measured: 8 and 32 at a time are within a third of each other). */
const AT_A_TIME = 16;
const BATCH = 250;
/** A longer file is not a post; its head is read all the same. */
const READ_LIMIT = 256 * 1024;

/**
 * Brings what the library knows of a folder's posts up to date: reads the files that are new or whose size or time is
 * not as it was, forgets those that are gone. What is read is kept batch by batch, so a run that is cut off is gone on
 * with by the next.
 *
 * @throws {ClipError} `folder-permission`, `folder-gone` …; an `AbortError` where `signal` said so.
 */
export async function indexFolder(deps: IndexDeps, signal: AbortSignal): Promise<IndexReport> {
  const { library, folderId } = deps;
  const known = await knownFiles(deps);
  const changed = await listChanges(deps);
  const listing = changed ?? (await listPosts(deps.directory, signal));
  const { read, unreadable } = await readAll(deps, listing.posts, known, signal);
  const present = new Set(listing.posts.map(({ path }) => path));
  const isGone = changed ? (path: string) => changed.gone.has(path) : (path: string) => !present.has(path);
  const removed = [...known.keys()].filter(isGone);
  await updateFolderFiles(library, folderId, [], removed);
  await markIndexed(library, folderId, deps.now(), await deps.directory.state?.());
  return {
    posts: new Set([...known.keys(), ...present]).size - removed.length,
    read,
    removed: removed.length,
    unreadable,
    leftovers: listing.leftovers,
  };
}

/**
 * The posts that are not as they were when the place was last read to the end. Nothing where that is not known: then all
 * are listed.
 */
async function listChanges({ library, folderId, directory }: IndexDeps) {
  if (!directory.changesSince) return undefined;
  const record = await library.use((database) => database.get('targets', folderId));
  const changes = record?.indexedState === undefined ? undefined : await directory.changesSince(record.indexedState);
  if (!changes) return undefined;
  const kinds = [...changes.files.keys(), ...changes.gone].map(isPostPath);
  if (kinds.includes(undefined)) return undefined;
  const posts = [...changes.files].filter(([path]) => isPostPath(path));
  const listing: Listing = { posts: posts.map(([path, file]) => ({ path, look: async () => file })), leftovers: [] };
  return { ...listing, gone: new Set(changes.gone) };
}

async function knownFiles({ library, folderId }: IndexDeps): Promise<Map<string, FolderFile>> {
  const files = await filesOfTarget(library, folderId);
  return new Map(files.map((file) => [file.path, file]));
}

async function readAll(
  deps: IndexDeps,
  posts: readonly PostFile[],
  known: ReadonlyMap<string, FolderFile>,
  signal: AbortSignal,
): Promise<Pick<IndexReport, 'read' | 'unreadable'>> {
  // Of those that can be read only the number is kept: each holds the whole text that its fields are parts of (V8).
  let read = 0;
  const unreadable: FolderFile[] = [];
  for (let at = 0; at < posts.length; at += BATCH) {
    signal.throwIfAborted();
    const batch = await readBatch(deps, posts.slice(at, at + BATCH), known);
    await updateFolderFiles(deps.library, deps.folderId, batch, []);
    read += batch.length;
    unreadable.push(...batch.filter(({ problem }) => problem !== undefined));
    deps.onProgress?.({ done: Math.min(at + BATCH, posts.length), total: posts.length });
  }
  return { read, unreadable };
}

async function readBatch({ folderId }: IndexDeps, posts: readonly PostFile[], known: ReadonlyMap<string, FolderFile>) {
  const read = await mapParallel(posts, AT_A_TIME, (post) => readChanged(folderId, post, known.get(post.path)));
  return read.filter((file) => file !== undefined);
}

/** Nothing where the file is as it was, or vanished while the folder was being read. */
async function readChanged(folderId: string, post: PostFile, known?: FolderFile) {
  try {
    const file = await post.look();
    if (!file || (known && isSame(file, known))) return undefined;
    const meta = await post.lookAtMeta?.();
    const keys = meta && (await textOf(meta, READ_LIMIT));
    return folderFile(folderId, post.path, file, await textOf(file, READ_LIMIT), keys);
  } catch (error) {
    if (error instanceof FileMovedOn) return undefined;
    throw error;
  }
}

function isSame(file: FoundFile, known: FolderFile): boolean {
  if (file.version !== undefined) return file.version === known.version;
  return known.size === file.size && known.modifiedAt === file.modifiedAt;
}

function folderFile(folderId: string, path: string, file: FoundFile, text: string, meta?: string): FolderFile {
  const { size, modifiedAt, version } = file;
  const { url, title, tags, categories, problem } = readPost(text, meta);
  return {
    folderId,
    path,
    place: pathKey(folderId, path),
    size,
    modifiedAt,
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url, urlKey: urlKeyOf(url) }),
    ...(title === undefined ? {} : { title }),
    tags,
    categories,
    ...(problem === undefined ? {} : { problem }),
  };
}
