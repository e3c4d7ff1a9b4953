import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

/** Takes so much of the disk, or all that is left of it. */
function fill(path: string, kilobytes: number): void {
  try {
    writeFileSync(path, Buffer.alloc(kilobytes * 1024));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
