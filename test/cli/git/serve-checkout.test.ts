import { execFileSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openCheckout } from '../../../src/cli/git/git-checkout.ts';
import { serve } from '../../../src/cli/host/serve.ts';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';

function frame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

test('the companion commits a post with its pictures once the browser closes the pipe', async () => {
  const folder = temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  const files = [
    ['assets/a.png', 'picture'],
    ['_posts/渡轮.md', '---\ntitle: 渡轮\n---\n'],
  ] as const;
  const input = new PassThrough();
  const output = new PassThrough().resume();
  const served = serve(folder.path, input, output, await openCheckout(folder.path, 'commit'));
  for (const [id, [path, text]] of files.entries()) {
    const content = Buffer.from(text).toString('base64');
    input.write(frame({ id, call: 'write', args: [folder.path, path, content, 'nothing'] }));
  }
  input.end();
  await served;
  expect(git('log', '--format=%s').trim()).toBe('Clip: 渡轮');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('ls-files', '-z').split('\0').filter(Boolean).sort()).toEqual(['_posts/渡轮.md', 'assets/a.png']);
});
