import { readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { commitMessage } from '../../delivery/targets/git-host/commit-message.ts';
import { UsageError } from '../command.ts';
import { CliError } from '../failure-sentence.ts';
import { makeFolder } from '../make-folder.ts';
import { openProblem, refusalSentence } from './git-problems.ts';
import { runGit } from './run-git.ts';

/** What is done with posts that were written into a checkout. */
export type GitAction = 'commit' | 'push';

/** @throws {UsageError} */
export function gitActionOf(value: string | undefined): GitAction | undefined {
  if (value === undefined || value === 'commit' || value === 'push') return value;
  throw new UsageError(`--git ${value} is neither commit nor push`);
}

export interface GitReport {
  /** Files that are committed now and were not before. */
  readonly committed: number;
  /** Why files still wait, or commits are not pushed: a sentence that says what to do. Everything is kept. */
  readonly problem?: string;
}

/** A folder in a checkout of git. Only files that were noted are ever staged or committed. */
export interface GitCheckout {
  /** Writes down that files are to be committed, before anything else: a killed process forgets none. */
  note(paths: readonly string[]): Promise<void>;
  /** Commits every noted file that can be committed now, earlier runs' too. */
  commitNoted(): Promise<GitReport>;
  /** Noted files that wait. */
  waiting(): Promise<readonly string[]>;
}

const POST = /\.(?:md|markdown|mdx|html?)$/i;
/** Tries where another git holds the index or the branch. */
const LOCK_TRIES = 8;
const LOCK_WAIT = 250;
/** Characters of a post in which its title is looked for. */
const HEAD_BYTES = 16 * 1024;

/**
 * Opens the checkout that a folder is in.
 *
 * @throws {CliError} where git is missing, or the folder is not in a checkout.
 */
export async function openCheckout(path: string, action: GitAction): Promise<GitCheckout> {
  const folder = await realpath(path);
  const found = await runGit(folder, ['rev-parse', '--path-format=absolute', '--git-path', 'jianbao']).catch(noGit);
  if (found.code !== 0) throw new CliError(`${folder} is in no git checkout: ${firstLine(found.stderr)}`);
  const inside = await runGit(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside.stdout.trim() !== 'true') throw new CliError(`${folder} is in no working tree of git.`);
  const notes = resolve(folder, found.stdout.trim());
  return {
    note: (paths) => writeNote(notes, folder, paths),
    commitNoted: () => commitNoted(folder, notes, action),
    waiting: async () => [...(await readNotes(notes, folder)).paths],
  };
}

function noGit(error: unknown): never {
  throw new CliError(`git cannot be run: ${error instanceof Error ? error.message : String(error)}.`);
}

/** A note is a separate file, so that several processes need no lock: the folder, then paths, each ended by a zero. */
async function writeNote(notes: string, folder: string, paths: readonly string[]): Promise<void> {
  await makeFolder(notes);
  const place = join(notes, `note-${process.pid}-${crypto.randomUUID()}`);
  await writeFile(`${place}.tmp`, [folder, ...paths].map((path) => `${path}\0`).join(''));
  await rename(`${place}.tmp`, place);
}

interface Notes {
  readonly files: readonly string[];
  /** Paths below the folder. Notes of other folders in the checkout are theirs to commit. */
  readonly paths: ReadonlySet<string>;
}

async function readNotes(notes: string, folder: string): Promise<Notes> {
  const names = await readdir(notes).catch(noneYet);
  const files: string[] = [];
  const paths = new Set<string>();
  for (const name of names.filter((each) => /^note-[\w-]+$/.test(each))) {
    const [owner, ...noted] = (await readFile(join(notes, name), 'utf8').catch(() => '')).split('\0').slice(0, -1);
    if (owner !== folder) continue;
    files.push(join(notes, name));
    for (const path of noted) paths.add(path);
  }
  return { files, paths };
}

function noneYet(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

async function commitNoted(folder: string, notes: string, action: GitAction): Promise<GitReport> {
  const { files, paths } = await readNotes(notes, folder);
  const open = await openProblem(folder);
  if (open !== undefined) return { committed: 0, problem: open };
  let committed = 0;
  try {
    committed = await commitPaths(folder, [...paths]);
  } catch (error) {
    return { committed: 0, problem: error instanceof Error ? error.message : String(error) };
  }
  for (const file of files) await rm(file, { force: true });
  const problem = action === 'push' ? await push(folder) : undefined;
  return { committed, ...(problem === undefined ? {} : { problem }) };
}

/** Commits the paths alone, whatever else is staged: `--only` makes the commit in a separate index. */
async function commitPaths(folder: string, paths: readonly string[]): Promise<number> {
  const changed = await changedPaths(folder, paths);
  if (changed.length === 0) return 0;
  const fromInput = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const list = changed.map((path) => `${path}\0`).join('');
  // Git knows a new file only once it is named in the index: with no content, so that nothing is staged.
  await locked(folder, ['add', '--intent-to-add', ...fromInput], list, 'The files could not be added');
  const message = await messageFor(folder, changed);
  const commit = ['commit', '--quiet', '--only', '--cleanup=whitespace', '--message', message, ...fromInput];
  try {
    await locked(folder, commit, list, 'The commit was refused');
  } catch (error) {
    // New files that stay uncommitted are not left in the index either.
    await runGit(folder, ['reset', '--quiet', ...fromInput], list);
    throw error;
  }
  return changed.length;
}

/** Of the paths those that differ from the last commit. Deleted ones are left out: their owner removed them. */
async function changedPaths(folder: string, paths: readonly string[]): Promise<string[]> {
  const changed: string[] = [];
  for (let at = 0; at < paths.length; at += 200) {
    const some = paths.slice(at, at + 200);
    const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignored=traditional'];
    const prefix = (await runGit(folder, ['rev-parse', '--show-prefix'])).stdout.replace(/\n$/, '');
    const { code, stdout, stderr } = await runGit(folder, [...args, '--', ...some]);
    if (code !== 0) throw new CliError(`git status: ${firstLine(stderr)}`);
    const lines = stdout.split('\0').filter(Boolean);
    const states = new Map(lines.map((line) => [line.slice(3 + prefix.length), line.slice(0, 2)]));
    for (const path of some) {
      const state = states.get(path);
      if (state === '!!')
        throw new CliError(`${path} is ignored by the checkout’s .gitignore, so it is not committed.`);
      if (state !== undefined && !state.includes('D')) changed.push(path);
    }
  }
  return changed;
}

/** Runs git; while another git holds the index or the branch, waits a little and tries again. */
async function locked(folder: string, args: readonly string[], input: string, what: string): Promise<void> {
  for (let n = 1; ; n++) {
    const { code, stdout, stderr } = await runGit(folder, args, input);
    if (code === 0) return;
    if (!/\.lock'/.test(stderr) || n === LOCK_TRIES) {
      throw new CliError(refusalSentence(stderr) ?? `${what}: ${lastLines(stderr || stdout)}`);
    }
    await new Promise((done) => setTimeout(done, LOCK_WAIT * n));
  }
}

async function messageFor(folder: string, paths: readonly string[]): Promise<string> {
  const posts = paths.filter((path) => POST.test(path));
  const named = posts.length === 0 ? paths : posts;
  const read = async (path: string) => ({ path, content: await headOf(join(folder, path)) });
  return commitMessage(await Promise.all(named.map(read)));
}

async function headOf(path: string): Promise<string> {
  return (await readFile(path)).subarray(0, HEAD_BYTES).toString('utf8');
}

/** Pushes the branch where its configuration says, without force. Returns why it could not. */
async function push(folder: string): Promise<string | undefined> {
  const { code, stderr } = await runGit(folder, ['push', '--quiet']).catch((error: unknown) => ({
    code: 1,
    stderr: error instanceof Error ? error.message : String(error),
  }));
  if (code === 0) return undefined;
  if (/non-fast-forward|fetch first|\[rejected\]/i.test(stderr)) {
    return 'The remote has newer commits, so the push was rejected. Run git pull; the next clip pushes again.';
  }
  return `The push failed, and is tried again after the next clip: ${lastLines(stderr)}`;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

/** What hooks and servers say last tells most. Addresses in it may hold a password. */
function lastLines(text: string): string {
  return text
    .trim()
    .split('\n')
    .slice(-4)
    .join(' ')
    .replace(/:\/\/[^/@\s]*@/g, '://')
    .slice(-600);
}
