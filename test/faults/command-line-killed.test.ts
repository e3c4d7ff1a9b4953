import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { postsBelow } from './posts-below.ts';
import { runProgram } from './run-program.ts';
import { jobsOf, storyText } from './story.ts';
import { tally } from './tally.ts';

const counts = tally('command line, killed at every step on the disk');
const preloads = ['kill-at-step'];
const TAKEN = '_posts/2024-03-01-story-1.md';

/** A new story, one whose name a file of the user's has, and one that is there in an earlier version. */
function prepare() {
  const folder = temporaryFolder();
  const [fresh, taken, update] = jobsOf(folder.path, 'a', 3);
  if (!fresh || !taken || !update) throw new Error('three jobs were asked for');
  folder.write(TAKEN, 'the user’s own');
  folder.write(update.path, storyText(update.url, 'An earlier version.'));
  return { folder, jobs: [fresh, taken, update] };
}

test.each(['before', 'after'])('killed %s each step: the next run brings every story, once', async (when) => {
  const whole = prepare();
  const steps = Number(/steps (\d+)/.exec((await runProgram('save-posts', whole.jobs, { preloads })).stderr)?.[1]);
  expect(steps).toBeGreaterThan(20);

  for (let n = 1; n <= steps; n++) {
    const { folder, jobs } = prepare();
    const env = { KILL_AT: String(n), KILL_WHEN: when };
    const killed = await runProgram('save-posts', jobs, { preloads, env });
    expect(killed.signal, `step ${n}`).toBe('SIGKILL');
    for (const post of postsBelow(folder.path)) expect(post, `step ${n}: a half`).toMatch(/\.\n$|own$/);
    const { code, stderr } = await runProgram('save-posts', jobs);
    expect([code, stderr], `step ${n}`).toEqual([0, '']);
    expect(readFileSync(join(folder.path, TAKEN), 'utf8')).toBe('the user’s own');
    const posts = postsBelow(folder.path);
    expect(posts, `step ${n}`).toHaveLength(4);
    counts.count({ asked: jobs.map(({ text }) => text), posts });
  }
});
