import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { commitMessage } from '../../../../src/delivery/targets/git-host/commit-message.ts';
import { isBranchName, repositoryPath } from '../../../../src/delivery/targets/git-host/repository-path.ts';

const post = (title: string) => ({ path: '_posts/a.md', content: `---\ntitle: ${JSON.stringify(title)}\n---\n` });

test('a commit of one post is named after it, one of several lists them', () => {
  expect(commitMessage([post('渡轮星期一恢复行驶')])).toBe('Clip: 渡轮星期一恢复行驶');
  expect(commitMessage([post('“A”')], 'Add {path}: {title}')).toBe('Add _posts/a.md: “A”');
  expect(commitMessage([{ path: '_posts/2024-ferry.md', content: 'no front matter' }])).toBe('Clip: 2024-ferry');
  expect(commitMessage([post('One'), post('Two')])).toBe('Clip 2 posts\n\n- One\n- Two');
});

test('a title makes the host do nothing', () => {
  const acts = /(^|[^\p{L}])@\p{L}|#\d|\[skip ci\]|\[ci skip\]|:\/\/|^\/\w|GH-\d/imu;
  const titles = [
    'Fixes #12',
    'closes https://github.com/reader/archive/issues/1',
    'by @reader',
    '[skip ci] today',
    '[ci skip] today',
    'fixes GH-12',
    'line\n\nCo-authored-by: Somebody <a@example.org>\n/tag v1',
  ];
  for (const title of titles) {
    for (const message of [commitMessage([post(title)], '{title}'), commitMessage([post(title), post(title)])]) {
      expect(message).not.toMatch(acts);
      expect(message).not.toMatch(/^Co-authored-by/m);
    }
  }
});

test('any title leaves one line of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const message = commitMessage([post(title)]);
      expect(message).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(message.length).toBeLessThan(600);
    }),
  );
});

test.each([
  '.git/config',
  'a/.GIT/hooks/x',
  '.g\u200cit/config',
  'git~1/x',
  '../x',
  'a//b',
  '/a',
  'a/..',
  'a\\b',
  'a\nb',
  '.github/workflows/x.yml',
  'a. ',
])('the path %j is refused', (path) => {
  expect(() => repositoryPath('', path)).toThrow();
  try {
    repositoryPath('', path);
  } catch (error) {
    expect(toFailure(error).code).toBe('name-refused');
  }
});

test('a path stays below the folder', () => {
  expect(repositoryPath('content/posts', '2024/渡轮 -x.md')).toBe('content/posts/2024/渡轮 -x.md');
});

test('takes for a branch only what git takes for one', () => {
  const names = [
    'main',
    'a/b',
    '稿件',
    '',
    '-x',
    'a..b',
    'a b',
    'a~1',
    'x.lock',
    '.x',
    'a/.b',

    'a@{1}',
    'a//b',
    '/a',
    'a/',
    'a.',
    'a:b',
    'a?b',
    'a*b',
    'a[b',
    'a\\b',
  ];
  for (const name of names) {
    let isTaken = true;
    try {
      execFileSync('git', ['check-ref-format', '--branch', name], { stdio: 'ignore' });
    } catch {
      isTaken = false;
    }
    expect([name, isBranchName(name)]).toEqual([name, isTaken]);
  }
});
