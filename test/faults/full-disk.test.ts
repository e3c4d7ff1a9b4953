import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../cli/built-cli.ts';
import { rssOf, startFeedSite, storyPage } from '../cli/follow/feed-site.ts';
import { onSmallDisk } from '../e2e/harness/small-disk.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { postsBelow } from './posts-below.ts';
import { runProgram } from './run-program.ts';
import { jobsOf } from './story.ts';
import { tally } from './tally.ts';

const counts = tally('a full disk');

test('a post that has no room says so, leaves no half, and is written when there is room', async (context) => {
  const folder = temporaryFolder();
  const jobs = jobsOf(folder.path, 'a', 1);
  let isMounted = false;
  await onSmallDisk(folder.path, async () => {
    isMounted = true;
    const ballast = join(folder.path, 'ballast.bin');
    for (let kilobytes = 64; kilobytes >= 40; kilobytes -= 4) {
      rmSync(ballast, { force: true });
      fill(ballast, kilobytes);
      const full = await runProgram('save-posts', jobs);
      const posts = postsBelow(folder.path);
      if (full.code === 0) expect(posts).toEqual([jobs[0]?.text]);
      else {
        expect(full.stderr).toMatch(/disk is full|ENOSPC/);
        expect(posts).toEqual([]);
      }
      rmSync(ballast, { force: true });
      expect(await runProgram('save-posts', jobs)).toMatchObject({ code: 0 });
      counts.count({ asked: jobs.map(({ text }) => text), posts: postsBelow(folder.path) });
      rmSync(join(folder.path, '_posts'), { recursive: true });
    }
  });
  if (!isMounted) {
    counts.count({ asked: [], posts: [] });
    context.skip('no right to mount a small disk');
  }
});

test('a folder that can only be read is named with what to do, by every command', async (context) => {
  const site = await startFeedSite();
  onTestFinished(() => site.close());
  site.answers.set('/feed', { body: rssOf(site.origin, ['a']) });
  site.answers.set('/story/a', { body: storyPage('a') });
  const folder = temporaryFolder();
  let isMounted = false;
  await onSmallDisk(folder.path, async () => {
    isMounted = true;
    folder.write('_config.yml', 'title: News\n');
    folder.write('_posts/2024-03-01-a.md', '---\ntitle: a: b\ndate: 2024-03-01 08:00:00 +0800\n---\nText.\n');
    execFileSync('mount', ['-o', 'remount,ro', folder.path]);
    const sentence = 'is on a disk that can only be read. Mount the disk for writing, or name another folder.';
    const commands = [
      ['follow', `${site.origin}/feed`, '--out', folder.path],
      ['clip', `${site.origin}/story/a`, '--out', folder.path],
      ['clip', `${site.origin}/story/a`, '--out', tmpdir(), '--resume', join(folder.path, 'journal')],
      ['check', folder.path, '--fix'],
      ['check', folder.path, '--install-plugin'],
    ];
    for (const command of commands) {
      const { code, stderr } = await runCli(command);
      expect([code, stderr]).toEqual([1, expect.stringContaining(`${folder.path}`)]);
      expect(stderr).toContain(sentence);
      expect(stderr).not.toMatch(/EROFS|\.tmp|went wrong/);
    }
  });
  if (!isMounted) context.skip('no right to mount a small disk');
});

/** Takes so much of the disk, or all that is left of it. */
function fill(path: string, kilobytes: number): void {
  try {
    writeFileSync(path, Buffer.alloc(kilobytes * 1024));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
