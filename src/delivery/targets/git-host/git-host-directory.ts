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

/** All files at the commit that was the head when the directory was opened. */
interface Tree {
  readonly commit: string;
  /** Blob ids by path, below the target's folder. */
  readonly oids: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The posts of a branch, to be read: one listing, then single files while few are asked for, and the archive once many
 * are. Everything is of one commit. It cannot be written to: that is the target's to do.
 */
export function gitHostDirectory({ host, name, folder, now }: GitHostDirectoryDeps): Directory {
  const signal = new AbortController().signal;
  const prefix = inRepository(folder, '');
  let tree: Promise<Tree | undefined> | undefined;
  let archive: Archive | undefined;
  let changes: DirectoryChanges | undefined;
  let reads = 0;

  const open = (): Promise<Tree | undefined> => {
    tree ??= readTree(host, folder, signal);
    return tree;
  };

  const countPosts = async (): Promise<number> => [...((await open())?.oids.keys() ?? [])].filter(isPost).length;

  async function contentOf(commit: string, path: string, oid: string): Promise<Uint8Array<ArrayBuffer>> {
    reads++;
    if (reads > SINGLE_READS && isPost(path)) {
      archive ??= openArchive(postsOf(host, commit, folder, signal), await countPosts());
      const content = await archive.take(path);
      if (content) return content;
    }
    return host.readBlob(oid, signal);
  }

  function fileAt(opened: Tree, path: string): FoundFile | undefined {
    const oid = opened.oids.get(path);
    if (oid === undefined) return undefined;
    return blobAt(opened.commit, path, oid);
  }

  function blobAt(commit: string, path: string, oid: string): FoundFile {
    const read = async (limit?: number) => (await contentOf(commit, path, oid)).slice(0, limit);
    return { size: 0, modifiedAt: now(), version: oid, read };
  }

  /** A comparison names paths; what is at them now is looked up, at the very commit that was compared. */
  async function compare(before: string): Promise<DirectoryChanges | undefined> {
    const commit = await host.head(signal);
    if (commit === undefined) return undefined;
    const state = `${commit} ${folder}`;
    if (state === before) return { state, files: new Map(), gone: [] };
    const [known = '', ...knownFolder] = before.split(' ');
    if (knownFolder.join(' ') !== folder) return undefined;
    const paths = (await host.changedPaths(known, commit, signal))?.filter((path) => path.startsWith(prefix));
    if (paths === undefined || paths.length > SINGLE_READS) return undefined;
    const { entries } = await host.look(paths, signal);
    if ((await host.head(signal)) !== commit) return undefined;
    const files = new Map<string, FoundFile>();
    for (const [path, { type, oid }] of entries) {
      const below = path.slice(prefix.length);
      if (type === 'file' && paths.includes(path)) files.set(below, blobAt(commit, below, oid));
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
      return opened && `${opened.commit} ${folder}`;
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
  const commit = await host.head(signal);
  if (commit === undefined) return undefined;
  const prefix = folder === '' ? '' : `${folder}/`;
  const oids = new Map<string, string>();
  const folders = new Map<string, Set<string>>();
  for (const { path, oid } of await host.listFiles(commit, folder, signal)) {
    if (!path.startsWith(prefix)) continue;
    const below = path.slice(prefix.length);
    oids.set(below, oid);
    const names = below.split('/');
    for (const [n, name] of names.entries()) {
      const parent = names.slice(0, n).join('/');
      const inside = folders.get(parent) ?? new Set();
      folders.set(parent, inside.add(name));
    }
  }
  return { commit, oids, folders };
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
  signal: AbortSignal,
): AsyncGenerator<PackedPost> {
  const packed = await host.archive(commit, folder, signal);
  const prefix = inRepository(folder, '');
  const pathOf = (path: string): string => path.slice(path.indexOf('/') + 1);
  const isWanted = (path: string, size: number): boolean =>
    size <= LARGEST_POST && isPost(path) && pathOf(path).startsWith(prefix) && byteLength(path) < 4096;
  for await (const { path, content } of readTar(gunzip(packed), isWanted)) {
    yield { path: pathOf(path).slice(prefix.length), content };
  }
}
