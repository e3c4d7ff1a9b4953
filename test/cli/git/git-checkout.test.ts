import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type GitAction, openCheckout } from '../../../src/cli/git/git-checkout.ts';
import { type TemporaryFolder, temporaryFolder } from '../../fakes/temporary-folder.ts';

/** A checkout with one commit, and the real git to look at it from outside. */
function checkout(): { folder: TemporaryFolder; git: (...args: string[]) => string } {
  const folder = temporaryFolder();
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Archivist');
  git('config', 'user.email', 'archivist@example.org');
  folder.write('index.md', 'The archive.\n');
  git('add', '.');
  git('commit', '-qm', 'Begin');
  return { folder, git };
}

async function record(
  folder: TemporaryFolder,
  files: Record<string, string>,
  action: GitAction = 'commit',
  below = '',
) {
  const root = join(folder.path, below);
  const opened = await openCheckout(root, action);
  for (const [path, content] of Object.entries(files)) folder.write(join(below, path), content);
  await opened.note(Object.keys(files));
  return opened.commitNoted();
}

const POST = '---\ntitle: "渡轮恢复"\n---\nText.\n';

test('commits a post with its pictures, and nothing else', async () => {
  const { folder, git } = checkout();
  folder.write('draft.md', 'mine, not yet added');
  folder.write('staged.md', 'mine, staged');
  git('add', 'staged.md');
  folder.write('index.md', 'changed by hand\n');
  const report = await record(folder, { '_posts/a.md': POST, 'assets/a.txt': 'picture' });
  expect(report).toEqual({ committed: 2 });
  expect(git('show', '--stat=200', '--format=%s', 'HEAD')).toMatch(/^Clip: 渡轮恢复/);
  expect(git('show', '--name-only', '--format=', 'HEAD').trim().split('\n')).toEqual(['_posts/a.md', 'assets/a.txt']);
  expect(git('status', '--porcelain')).toBe(' M index.md\nA  staged.md\n?? draft.md\n');
});

test('names that look like options, magic or patterns are names', async () => {
  const { folder, git } = checkout();
  folder.write('other.md', 'mine');
  const names = ['-a.md', ':(exclude)x.md', ':!y.md', '*.md', '渡轮 “轮”.md', 'tab\there.md', '--all', ':/z.md'];
  const report = await record(folder, Object.fromEntries(names.map((name) => [name, POST])));
  expect(report).toEqual({ committed: names.length });
  const committed = git('show', '--name-only', '--format=', '-z', 'HEAD').split('\0').filter(Boolean);
  expect(committed.sort()).toEqual([...names].sort());
  expect(git('status', '--porcelain')).toBe('?? other.md\n');
});

test('works in a folder below the top, and on a branch with no commit yet', async () => {
  const folder = temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  mkdirSync(join(folder.path, 'content'));
  expect(await record(folder, { 'a.md': POST }, 'commit', 'content')).toEqual({ committed: 1 });
  expect(git('ls-files').trim()).toBe('content/a.md');
  expect(await record(folder, { 'a.md': POST }, 'commit', 'content')).toEqual({ committed: 0 });
  expect(git('rev-list', '--count', 'HEAD').trim()).toBe('1');
});

test('commits several posts as one', async () => {
  const { folder, git } = checkout();
  await record(folder, { 'a.md': POST, 'b.md': POST, 'c.md': POST });
  expect(git('log', '-1', '--format=%B').trim()).toBe('Clip 3 posts\n\n- 渡轮恢复\n- 渡轮恢复\n- 渡轮恢复');
});

test('waits while a merge is under way, and commits what waited after it', async () => {
  const { folder, git } = checkout();
  git('switch', '-qc', 'other');
  folder.write('index.md', 'theirs\n');
  git('commit', '-qam', 'theirs');
  git('switch', '-q', 'main');
  folder.write('index.md', 'ours\n');
  git('commit', '-qam', 'ours');
  expect(() => git('merge', '-q', 'other')).toThrow();
  const before = git('status', '--porcelain');
  const report = await record(folder, { 'a.md': POST });
  expect(report).toMatchObject({ committed: 0, problem: expect.stringContaining('in the middle of a merge') });
  expect(git('status', '--porcelain')).toBe(`${before}?? a.md\n`);
  folder.write('index.md', 'both\n');
  git('add', 'index.md');
  git('commit', '-qm', 'merged');
  expect(await record(folder, { 'b.md': POST })).toEqual({ committed: 2 });
  expect(git('status', '--porcelain')).toBe('');
});

/** Ways into the middle of something, over two branches that have changed one file, and out of it. */
test.each([
  ['a rebase', ['rebase', 'other'], ['rebase', '--abort']],
  ['a cherry-pick', ['cherry-pick', 'other'], ['cherry-pick', '--abort']],
  ['a revert', ['revert', '--no-commit', 'HEAD'], ['revert', '--abort']],
  ['a cherry-pick or a revert of several commits', ['cherry-pick', 'other', 'third'], ['cherry-pick', '--abort']],
])('waits while %s is under way, and commits what waited after it', async (what, into, out) => {
  const { folder, git } = checkout();
  for (const branch of ['other', 'third', 'main']) {
    if (branch !== 'main') git('switch', '-qc', branch, 'main');
    else git('switch', '-q', branch);
    folder.write('index.md', `by ${branch}\n`);
    git('commit', '-qam', branch);
  }
  try {
    git(...into);
  } catch {
    // It stops at a conflict, as it is meant to.
  }
  if (what.includes('several')) {
    folder.write('index.md', 'both\n');
    git('commit', '-qam', 'the first of them');
  }
  const before = [git('status', '--porcelain'), git('log', '--all', '--format=%H')];
  const report = await record(folder, { 'a.md': POST });
  expect(report).toMatchObject({ committed: 0, problem: expect.stringContaining(`in the middle of ${what}.`) });
  expect([git('status', '--porcelain').replace('?? a.md\n', ''), git('log', '--all', '--format=%H')]).toEqual(before);
  git(...out);
  expect(folder.files()['a.md']).toBe(POST);
  expect(await record(folder, {})).toEqual({ committed: 1 });
  expect(git('branch', '--show-current').trim()).toBe('main');
  expect(git('status', '--porcelain')).toBe('');
});

test('waits while the conflicts of a stash are open, also below the top, and commits what waited after them', async () => {
  const { folder, git } = checkout();
  for (const name of ['index.md', '-odd “name”.md']) folder.write(name, 'mine\n');
  git('add', '.');
  git('stash', 'push', '-q');
  for (const name of ['index.md', '-odd “name”.md']) folder.write(name, 'theirs\n');
  git('add', '.');
  git('commit', '-qm', 'theirs');
  expect(() => git('stash', 'pop', '-q')).toThrow();
  const before = [git('status', '--porcelain'), git('log', '--format=%H'), git('stash', 'list')];
  mkdirSync(join(folder.path, 'content'));
  const report = await record(folder, { 'a.md': POST }, 'commit', 'content');
  expect(report).toEqual({
    committed: 0,
    problem:
      'Files of the checkout have conflicts that are not resolved: -odd “name”.md, index.md. The posts are written; they are committed with the next clip after you resolve them and git add them.',
  });
  const after = git('status', '--porcelain').replace('?? content/\n', '');
  expect([after, git('log', '--format=%H'), git('stash', 'list')]).toEqual(before);
  git('add', '--', '-odd “name”.md', 'index.md');
  expect(await record(folder, {}, 'commit', 'content')).toEqual({ committed: 1 });
});

test('the lock of a git that was cut off is named, and nothing is staged', async () => {
  const locks = ['index.lock', 'refs/heads/main.lock'];
  const waitFor = async (lock: string) => {
    const { folder, git } = checkout();
    folder.write(`.git/${lock}`, '');
    const report = await record(folder, { 'a.md': POST });
    expect(report).toMatchObject({ committed: 0, problem: expect.stringContaining(`.git/${lock} is in the way.`) });
    rmSync(join(folder.path, '.git', lock));
    expect(git('status', '--porcelain')).toBe('?? a.md\n');
    expect(await record(folder, {})).toEqual({ committed: 1 });
  };
  // It takes long: a git that is only at work is waited for.
  await Promise.all(locks.map(waitFor));
});

test('commits nothing on a detached head', async () => {
  const { folder, git } = checkout();
  git('switch', '-q', '--detach');
  expect(await record(folder, { 'a.md': POST })).toMatchObject({ problem: expect.stringContaining('detached HEAD') });
  git('switch', '-q', 'main');
  expect(await record(folder, {})).toEqual({ committed: 1 });
});

test('a hook that fails is quoted, leaves the index alone, and is asked again', async () => {
  const { folder, git } = checkout();
  const hook = join(folder.path, '.git/hooks/pre-commit');
  writeFileSync(hook, '#!/bin/sh\necho "posts need a category" >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  const report = await record(folder, { 'a.md': POST });
  expect(report).toMatchObject({ committed: 0, problem: expect.stringContaining('posts need a category') });
  expect(git('status', '--porcelain')).toBe('?? a.md\n');
  expect(folder.files()['a.md']).toBe(POST);
  rmSync(hook);
  expect(await record(folder, {})).toEqual({ committed: 1 });
});

test('a file that the checkout ignores is said', async () => {
  const { folder } = checkout();
  folder.write('.gitignore', 'private/\n');
  const report = await record(folder, { 'private/a.md': POST });
  expect(report).toMatchObject({ committed: 0, problem: expect.stringContaining('.gitignore') });
});

test('pushes; a rejected push loses nothing, and goes with the next one', async () => {
  const { folder, git } = checkout();
  const remote = temporaryFolder();
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote.path]);
  git('remote', 'add', 'origin', remote.path);
  git('push', '-qu', 'origin', 'main');
  expect(await record(folder, { 'a.md': POST }, 'push')).toEqual({ committed: 1 });
  const there = () => execFileSync('git', ['rev-parse', 'main'], { cwd: remote.path, encoding: 'utf8' }).trim();
  expect(there()).toBe(git('rev-parse', 'HEAD').trim());

  const other = temporaryFolder();
  execFileSync('git', ['clone', '-q', remote.path, other.path]);
  other.write('theirs.md', 'theirs');
  execFileSync('git', ['add', '.'], { cwd: other.path });
  execFileSync('git', ['-c', 'user.name=B', '-c', 'user.email=b@example.org', 'commit', '-qm', 'theirs'], {
    cwd: other.path,
  });
  execFileSync('git', ['push', '-q'], { cwd: other.path });
  const report = await record(folder, { 'b.md': POST }, 'push');
  expect(report).toMatchObject({ committed: 1, problem: expect.stringContaining('git pull') });
  git('-c', 'pull.rebase=true', 'pull', '-q');
  expect(await record(folder, {}, 'push')).toEqual({ committed: 0 });
  expect(there()).toBe(git('rev-parse', 'HEAD').trim());
});

test('ten processes at once commit every file once', async () => {
  const { folder, git } = checkout();
  const names = Array.from({ length: 10 }, (_, n) => `post-${n}.md`);
  await Promise.all(names.map((name) => record(folder, { [name]: POST })));
  await record(folder, {});
  const committed = git('log', '--format=', '--name-only', 'main')
    .trim()
    .split('\n')
    .filter((name) => name !== 'index.md');
  expect(committed.sort()).toEqual(names);
  expect(git('status', '--porcelain')).toBe('');
});

test('no checkout is said', async () => {
  const folder = temporaryFolder();
  await expect(openCheckout(folder.path, 'commit')).rejects.toThrow('is in no git checkout');
});
