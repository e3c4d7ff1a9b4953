import { expect, test } from 'vitest';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { postsBelow } from './posts-below.ts';
import { runProgram } from './run-program.ts';
import { jobsOf, storyText } from './story.ts';
import { tally } from './tally.ts';

const counts = tally('several command lines at once');
const STORIES = 30;

test.each([1, 2, 3])('three runs with stories of the same names lose none: round %i', async () => {
  const folder = temporaryFolder();
  const writers = ['a', 'b', 'c'].map((writer) => jobsOf(folder.path, writer, STORIES));
  const runs = await Promise.all(writers.map((jobs) => runProgram('save-posts', jobs)));
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
  const posts = postsBelow(folder.path);
  expect(posts).toHaveLength(3 * STORIES);
  counts.count({ asked: writers.flat().map(({ text }) => text), posts });
});

test('runs of the very same stories leave one file each', async () => {
  const folder = temporaryFolder();
  const jobs = jobsOf(folder.path, 'a', STORIES);
  const runs = await Promise.all([1, 2, 3].map(() => runProgram('save-posts', jobs)));
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  counts.count({ asked: jobs.map(({ text }) => text), posts: postsBelow(folder.path) });
});

test('runs with other versions of the same stories leave one file each, whole', async () => {
  const folder = temporaryFolder();
  const versions = ['one', 'two', 'three'].map((version) =>
    jobsOf(folder.path, 'a', STORIES).map((job) => ({ ...job, text: storyText(job.url, `${version}: ${job.url}.`) })),
  );
  await Promise.all(versions.map((jobs) => runProgram('save-posts', jobs)));
  const posts = postsBelow(folder.path);
  expect(posts).toHaveLength(STORIES);
  const known = new Set(versions.flat().map(({ text }) => text));
  counts.count({ asked: posts.filter((post) => known.has(post)), posts });
  expect(posts.every((post) => known.has(post))).toBe(true);
});

test('clocks that are wrong by a day and jump every second change nothing', async () => {
  const folder = temporaryFolder();
  const day = 24 * 60 * 60_000;
  const clocks = [0, day, -400 * day];
  const writers = clocks.map((_, n) => jobsOf(folder.path, `clock-${n}`, STORIES));
  const runs = await Promise.all(
    writers.map((jobs, n) =>
      runProgram('save-posts', jobs, { preloads: ['wrong-clock'], env: { CLOCK_BY: String(clocks[n]) } }),
    ),
  );
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
  counts.count({ asked: writers.flat().map(({ text }) => text), posts: postsBelow(folder.path) });
});
