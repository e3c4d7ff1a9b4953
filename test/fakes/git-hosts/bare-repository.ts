import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OutsideView } from '../../delivery/contract.ts';

/** An entry of a tree, as `git ls-tree` prints it. */
export interface TreeLine {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly oid: string;
  readonly path: string;
}

export interface CommitRequest {
  readonly branch: string;
  readonly message: string;
  /** Content by path; nothing removes the file. */
  readonly changes: ReadonlyMap<string, Uint8Array | undefined>;
  /** The head that is built on; the branch is only moved where it is still there. Absent: the first commit. */
  readonly parent?: string;
}

/** A real bare repository on the disk, worked on by real git only. */
export interface BareRepository extends OutsideView {
  readonly path: string;
  readonly branch: string;
  git(args: readonly string[], input?: string | Uint8Array): Promise<Buffer>;
  head(branch?: string): Promise<string | undefined>;
  /** What is at the paths; all of the tree, recursively, with no paths. */
  list(commit: string, paths?: readonly string[]): Promise<TreeLine[]>;
  blob(oid: string): Promise<Buffer>;
  /** Returns the new commit, or nothing where another one came between. */
  commit(request: CommitRequest): Promise<string | undefined>;
  commitCount(): Promise<number>;
}

const IDENTITY = { name: 'Archivist', email: 'archivist@example.org' };

export function bareRepository(branch = 'main', objectFormat: 'sha1' | 'sha256' = 'sha1'): BareRepository {
  const path = mkdtempSync(join(tmpdir(), 'jianbao-git-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  execFileSync('git', ['init', '-q', '--bare', `--object-format=${objectFormat}`, `--initial-branch=${branch}`, path]);
  const git: BareRepository['git'] = (args, input) => runGit(path, args, input);
  /** Trees by commit: a commit never changes, and a process costs more than all else here. */
  const trees = new Map<string, Promise<TreeLine[]>>();
  const treeOf = (commit: string): Promise<TreeLine[]> => {
    const known = trees.get(commit) ?? git(['ls-tree', '-z', '-r', '-t', '--full-tree', commit]).then(linesOf);
    trees.set(commit, known);
    return known;
  };
  const head = async (name = branch): Promise<string | undefined> => {
    const loose = join(path, 'refs/heads', name);
    return existsSync(loose) ? readFileSync(loose, 'utf8').trim() : undefined;
  };
  const list: BareRepository['list'] = async (commit, paths) => {
    const lines = await treeOf(commit);
    if (paths === undefined) return lines.filter(({ type }) => type !== 'tree');
    const wanted = new Set(paths);
    return lines.filter((line) => wanted.has(line.path));
  };
  const commit: BareRepository['commit'] = async (request) => {
    const { made, ref } = await importCommit(git, request);
    const old = request.parent ?? '0'.repeat(made.length);
    try {
      await git(['update-ref', '--stdin'], `update refs/heads/${request.branch} ${made} ${old}\ndelete ${ref}\n`);
      return made;
    } catch {
      return undefined;
    }
  };
  const change = async (changes: ReadonlyMap<string, Uint8Array | undefined>): Promise<void> => {
    for (;;) {
      const parent = await head();
      const request = { branch, message: 'By hand', changes, ...(parent === undefined ? {} : { parent }) };
      if (await commit(request)) return;
    }
  };
  return {
    path,
    branch,
    git,
    head,
    list,
    blob: (oid) => git(['cat-file', 'blob', oid]),
    commit,
    commitCount: async () => Number((await git(['rev-list', '--count', '--branches'])).toString()),
    async files() {
      const tip = await head();
      const lines = tip === undefined ? [] : await list(tip);
      const contents = await readBlobs(
        git,
        lines.map(({ oid }) => oid),
      );
      return Object.fromEntries(lines.map((line, n) => [line.path, contents[n]?.toString() ?? '']));
    },
    write: (name, content) => change(new Map([[name, Buffer.from(content)]])),
    remove: (name) => change(new Map([[name, undefined]])),
  };
}

function runGit(cwd: string, args: readonly string[], input?: string | Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', cwd, ...args], { env: { ...process.env, LC_ALL: 'C' } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`git ${args[0]}: ${Buffer.concat(err).toString()}`));
    });
    // A git that ends before it has read all says why by its exit code.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdin.end(input);
  });
}

function linesOf(output: Buffer): TreeLine[] {
  const lines = output.toString().split('\0').filter(Boolean);
  return lines.map((line) => {
    const [head = '', path = ''] = line.split('\t');
    const [mode = '', type, oid = ''] = head.split(' ');
    return { mode, type: type === 'blob' ? 'blob' : type === 'tree' ? 'tree' : 'commit', oid, path };
  });
}

/** Makes a commit that no branch names yet, only a reference of its own. */
async function importCommit(git: BareRepository['git'], { message, changes, parent }: CommitRequest) {
  const ref = `refs/import/${crypto.randomUUID()}`;
  const text = Buffer.from(message);
  const parts: (string | Uint8Array)[] = [
    'feature done\nfeature get-mark\n',
    `commit ${ref}\nmark :1\ncommitter ${IDENTITY.name} <${IDENTITY.email}> ${Math.floor(Date.now() / 1000)} +0000\n`,
    `data ${text.length}\n`,
    text,
    '\n',
    parent === undefined ? '' : `from ${parent}\n`,
  ];
  for (const [path, content] of changes) {
    if (content === undefined) parts.push(`D ${path}\n`);
    else parts.push(`M 100644 inline ${path}\ndata ${content.length}\n`, content, '\n');
  }
  parts.push('\nget-mark :1\ndone\n');
  const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const output = await git(['fast-import', '--quiet', '--force'], input);
  return { made: output.toString().trim(), ref };
}

async function readBlobs(git: BareRepository['git'], oids: readonly string[]): Promise<Buffer[]> {
  if (oids.length === 0) return [];
  const output = await git(['cat-file', '--batch'], `${oids.join('\n')}\n`);
  const blobs: Buffer[] = [];
  for (let at = 0; blobs.length < oids.length; ) {
    const end = output.indexOf('\n', at);
    const size = Number(output.subarray(at, end).toString().split(' ')[2]);
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}
