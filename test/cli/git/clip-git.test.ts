import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';
import { runCli } from '../built-cli.ts';

const PAGE = `<title>Ferry</title><article><h1>Ferry</h1><time datetime="2024-03-05">5 March 2024</time>${'<p>The night ferry was late again, the harbour office said on Tuesday, and nobody knows why.</p>'.repeat(6)}</article>`;

test('clip --git commit commits the posts; a failing hook is said and the post stays', async () => {
  const folder = temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path, encoding: 'utf8' });
  folder.write('ferry.html', PAGE);
  const clipAs = (name: string, ...args: string[]) =>
    runCli(['clip', join(folder.path, 'ferry.html'), '--url', `https://news.example/${name}`, ...args]);
  const clip = (...args: string[]) => clipAs('ferry', ...args);

  const outside = await clip('--out', join(folder.path, 'site'), '--git', 'commit');
  expect(outside.code).toBe(1);
  expect(outside.stderr).toContain('is in no git checkout');

  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  const done = await clip('--out', join(folder.path, 'site'), '--git', 'commit');
  expect(done.stderr).toBe('');
  expect(done.code).toBe(0);
  expect(git('log', '--format=%s').trim()).toBe('Clip: Ferry');
  expect(git('ls-files').trim()).toBe(`site/${done.stdout.trim()}`);

  const hook = join(folder.path, '.git/hooks/pre-commit');
  writeFileSync(hook, '#!/bin/sh\necho "no posts today" >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  const refused = await clipAs('other', '--out', join(folder.path, 'site'), '--git', 'commit');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('no posts today');
  expect(Object.keys(folder.files())).toContain(`site/${refused.stdout.trim()}`);
  expect((await clip('--git', 'commit')).stderr).toContain('--git needs --out DIR');
});
