import { ClipError } from '../../../core/model/failure.ts';
import { byteLength } from '../../../core/post/file-name.ts';
import type { Directory, Entry, FoundFile } from '../folder/directory.ts';
import type { GitHost } from './git-host.ts';
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

/** All files at the commit that was the head when the directory was opened. */
interface Tree {
  readonly commit: string;
  /** Blob ids by path, below the target's folder. */
  readonly oids: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
  readonly listedAt: number;
}

/**
 * The posts of a branch, to be read: one listing, then single files while few are asked for, and the archive once many
 * are. Everything is of one commit. It cannot be written to: that is the target's to do.
 */
export function gitHostDirectory({ host, name, folder, now }: GitHostDirectoryDeps): Directory {
  const signal = new AbortController().signal;
  let tree: Promise<Tree | undefined> | undefined;
  let archived: Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> | undefined;
  let reads = 0;

  const open = (): Promise<Tree | undefined> => {
    tree ??= readTree(host, folder, now(), signal);
    return tree;
  };

  async function contentOf({ commit }: Tree, path: string, oid: string): Promise<Uint8Array<ArrayBuffer>> {
    reads++;
    if (reads > SINGLE_READS && POST.test(path)) {
      archived ??= readArchive(host, commit, folder, signal);
      const content = (await archived).get(path);
      if (content) return content;
    }
    return host.readBlob(oid, signal);
  }

  function fileAt(opened: Tree, path: string): FoundFile | undefined {
    const oid = opened.oids.get(path);
    if (oid === undefined) return undefined;
    const read = async (limit?: number) => (await contentOf(opened, path, oid)).slice(0, limit);
    return { size: 0, modifiedAt: opened.listedAt, version: oid, read };
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
    async look(path) {
      const opened = await open();
      return opened && fileAt(opened, path);
    },
    write: (path) => Promise.reject(new ClipError('folder-unsupported', path)),
  };
}

async function readTree(
  host: GitHost,
  folder: string,
  listedAt: number,
  signal: AbortSignal,
): Promise<Tree | undefined> {
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
  return { commit, oids, folders, listedAt };
}

/** The posts below the folder, out of the archive of a commit. Its files are in a folder that the host names. */
async function readArchive(host: GitHost, commit: string, folder: string, signal: AbortSignal) {
  const packed = await host.archive(commit, folder, signal);
  const prefix = inRepository(folder, '');
  const posts = new Map<string, Uint8Array<ArrayBuffer>>();
  const pathOf = (path: string): string => path.slice(path.indexOf('/') + 1);
  const isPost = (path: string, size: number): boolean =>
    size <= LARGEST_POST && POST.test(path) && pathOf(path).startsWith(prefix) && byteLength(path) < 4096;
  for await (const { path, content } of readTar(packed.pipeThrough(new DecompressionStream('gzip')), isPost)) {
    posts.set(pathOf(path).slice(prefix.length), content);
  }
  return posts;
}
