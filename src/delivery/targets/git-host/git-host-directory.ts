import { ClipError } from '../../../core/model/failure.ts';
import { byteLength } from '../../../core/post/file-name.ts';
import type { Directory, DirectoryChanges, Entry, FoundFile } from '../folder/directory.ts';
import type { GitHost } from './git-host.ts';
import { gunzip } from './gunzip.ts';
import { readTar } from './read-tar.ts';
import { inRepository } from './repository-path.ts';

export interface GitHostDirectoryDeps {
  readonly host: GitHost;
  readonly name: string;
  readonly folder: string;
  readonly now: () => number;
}

/** Up to so many files are asked for one by one; from there on the archive is one request for all of them. */
const SINGLE_READS = 40;
/** A longer file is not a post. */
const LARGEST_POST = 4 * 1024 * 1024;
const POST = /\.(?:md|markdown|mdx)$/i;

function isPost(path: string): boolean {
  return POST.test(path);
}

/** A file of the archive, and a commit that has it. */
interface Blob {
  readonly commit: string;
  readonly oid: string;
}

/** All files at the commits that were the heads when the directory was opened. */
interface Tree {
  readonly commits: readonly string[];
  /** By path, below the target's folder. */
  readonly blobs: ReadonlyMap<string, Blob>;
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The posts of a branch, and of the merge request into it, to be read: one listing of each, then single files while few
 * are asked for, and the archive once many are. Everything is of the same commits. It cannot be written to: that is the
 * target's to do.
 */
export function gitHostDirectory({ host, name, folder, now }: GitHostDirectoryDeps): Directory {
  const signal = new AbortController().signal;
  const prefix = inRepository(folder, '');
  let tree: Promise<Tree | undefined> | undefined;
  const archives = new Map<string, Archive>();
  const reads = new Map<string, number>();
  let changes: DirectoryChanges | undefined;

  const open = (): Promise<Tree | undefined> => {
    tree ??= readTree(host, folder, signal);
    return tree;
  };

  function archiveOf({ blobs }: Tree, commit: string): Archive {
    const isOf = (path: string): boolean => blobs.get(path)?.commit === commit;
    const count = [...blobs.keys()].filter((path) => isPost(path) && isOf(path)).length;
    const archive = archives.get(commit) ?? openArchive(postsOf(host, commit, folder, isOf, signal), count);
    archives.set(commit, archive);
    return archive;
  }

  async function contentAt(opened: Tree, path: string, { commit, oid }: Blob): Promise<Uint8Array<ArrayBuffer>> {
    const asked = (reads.get(commit) ?? 0) + 1;
    reads.set(commit, asked);
    const isPacked = asked > SINGLE_READS && isPost(path);
    const content = isPacked ? await archiveOf(opened, commit).take(path) : undefined;
    return content ?? host.readBlob(oid, signal);
  }

  function fileAt(opened: Tree, path: string): FoundFile | undefined {
    const blob = opened.blobs.get(path);
    return blob && foundFile(blob.oid, () => contentAt(opened, path, blob));
  }

  function foundFile(oid: string, content: () => Promise<Uint8Array<ArrayBuffer>>): FoundFile {
    return { size: 0, modifiedAt: now(), version: oid, read: async (limit) => (await content()).slice(0, limit) };
  }

  /** A comparison names paths; what is at them now is looked up, at the very commits that were compared. */
  async function compare(before: string): Promise<DirectoryChanges | undefined> {
    const commits = await headsOf(host, signal);
    if (commits.length === 0) return undefined;
    const state = stateOf(commits, folder);
    if (state === before) return { state, files: new Map(), gone: [] };
    const [known = '', ...knownFolder] = before.split(' ');
    if (knownFolder.join(' ') !== folder) return undefined;
    const changed = await changedPaths(host, known.split('+'), commits, signal);
    const paths = changed?.filter((path) => path.startsWith(prefix));
    if (paths === undefined || paths.length > SINGLE_READS) return undefined;
    const { entries } = await host.look(paths, signal);
    if (stateOf(await headsOf(host, signal), folder) !== state) return undefined;
    const files = new Map<string, FoundFile>();
    for (const [path, { type, oid }] of entries) {
      const below = path.slice(prefix.length);
      if (type === 'file' && paths.includes(path))
        files.set(
          below,
          foundFile(oid, () => host.readBlob(oid, signal)),
        );
    }
    const gone = paths.map((path) => path.slice(prefix.length)).filter((path) => !files.has(path));
    return { state, files, gone };
  }

  return {
    name,
    async check() {
      await host.head(signal);
    },
    async list(path) {
      const opened = await open();
      return [...(opened?.folders.get(path) ?? [])].map((entry): Entry => {
        const inner = path === '' ? entry : `${path}/${entry}`;
        if (opened?.folders.has(inner)) return { kind: 'folder', name: entry };
        return { kind: 'file', name: entry, look: async () => opened && fileAt(opened, inner) };
      });
    },
    async state() {
      if (changes) return changes.state;
      const opened = await open();
      return opened && stateOf(opened.commits, folder);
    },
    async changesSince(before) {
      changes = await compare(before);
      return changes;
    },
    async look(path) {
      const changed = changes?.files.get(path);
      if (changed) return changed;
      const opened = await open();
      return opened && fileAt(opened, path);
    },
    write: (path) => Promise.reject(new ClipError('folder-unsupported', path)),
  };
}

async function readTree(host: GitHost, folder: string, signal: AbortSignal): Promise<Tree | undefined> {
  const commits = await headsOf(host, signal);
  if (commits.length === 0) return undefined;
  const prefix = folder === '' ? '' : `${folder}/`;
  const blobs = new Map<string, Blob>();
  for (const commit of commits) {
    for (const { path, oid } of await host.listFiles(commit, folder, signal)) {
      const below = path.slice(prefix.length);
      // What two commits share is read from the first.
      if (path.startsWith(prefix) && blobs.get(below)?.oid !== oid) blobs.set(below, { commit, oid });
    }
  }
  return { commits, blobs, folders: foldersOf(blobs.keys()) };
}

/** The names in each folder. */
function foldersOf(paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const names = path.split('/');
    for (const [n, name] of names.entries()) {
      const parent = names.slice(0, n).join('/');
      const inside = folders.get(parent) ?? new Set();
      folders.set(parent, inside.add(name));
    }
  }
  return folders;
}

async function headsOf(host: GitHost, signal: AbortSignal): Promise<readonly string[]> {
  if (host.heads) return host.heads(signal);
  const head = await host.head(signal);
  return head === undefined ? [] : [head];
}

function stateOf(commits: readonly string[], folder: string): string {
  return `${commits.join('+')} ${folder}`;
}

/**
 * The paths that may differ between what some commits have together and what others have. Each is compared with the one
 * in its place, or with the last one: a path that differs in no pair is the same in what they have together.
 */
async function changedPaths(
  host: GitHost,
  from: readonly string[],
  to: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const paths = new Set<string>();
  for (let n = 0; n < Math.max(from.length, to.length); n++) {
    const [before, after] = [from[Math.min(n, from.length - 1)] ?? '', to[Math.min(n, to.length - 1)] ?? ''];
    const changed = before === after ? [] : await host.changedPaths(before, after, signal);
    if (changed === undefined) return undefined;
    for (const path of changed) paths.add(path);
  }
  return [...paths];
}

interface PackedPost {
  /** Below the target's folder. */
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** An archive that is unpacked only as far as its posts are asked for. */
interface Archive {
  /** The content of a post, which is then let go; nothing where the archive does not have it. */
  take(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/**
 * Posts are asked for in about the order in which they are packed, so that few are held at a time: those of an archive of
 * 20,000 do not fit into the memory of a phone.
 */
function openArchive(posts: AsyncGenerator<PackedPost>, count: number): Archive {
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  let left = count;
  let step: Promise<void> | undefined;
  async function unpackOne(): Promise<void> {
    const { done, value } = await posts.next();
    if (!done) held.set(value.path, value.content);
    left = done ? 0 : left - 1;
    // Closes the connection, whatever else is packed.
    if (left === 0) await posts.return(undefined);
    step = undefined;
  }
  return {
    async take(path) {
      while (!held.has(path) && left > 0) {
        step ??= unpackOne();
        await step;
      }
      const content = held.get(path);
      held.delete(path);
      return content;
    },
  };
}

/** The posts below the folder, out of the archive of a commit. Its files are in a folder that the host names. */
async function* postsOf(
  host: GitHost,
  commit: string,
  folder: string,
  isAsked: (path: string) => boolean,
  signal: AbortSignal,
): AsyncGenerator<PackedPost> {
  const packed = await host.archive(commit, folder, signal);
  const prefix = inRepository(folder, '');
  const pathOf = (path: string): string => path.slice(path.indexOf('/') + 1);
  const below = (path: string): string => pathOf(path).slice(prefix.length);
  const isWanted = (path: string, size: number): boolean =>
    size <= LARGEST_POST &&
    byteLength(path) < 4096 &&
    isPost(path) &&
    pathOf(path).startsWith(prefix) &&
    isAsked(below(path));
  for await (const { path, content } of readTar(gunzip(packed), isWanted)) yield { path: below(path), content };
}
