import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPost } from '../../src/library/posts/read-post.ts';
import { buildCli } from '../cli/built-cli.ts';
import { type FeedSite, markOf, rssOf, startFeedSite, storyPage } from '../cli/follow/feed-site.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { postsBelow } from './posts-below.ts';
import { tally } from './tally.ts';

/** More outside of CI: `FOLLOW_KILLS=200 npx vitest run --config test/faults/vitest.config.ts follow-killed`. */
const KILLS = Number(process.env['FOLLOW_KILLS'] ?? 12);
/** A run is killed so often before it may end. */
const IN_A_ROW = 3;
const FEEDS = [
  ['a1', 'a2', 'a3', 'a4', 'shared'],
  ['b1', 'b2', 'shared', 'b3', 'b4'],
];
const STORIES = [...new Set(FEEDS.flat())];

const counts = tally('follow, killed at random moments');
let site: FeedSite;
let cli: string;

beforeAll(async () => {
  cli = await buildCli();
  site = await startFeedSite(5);
  for (const name of STORIES) site.answers.set(`/story/${name}`, { body: storyPage(name) });
  FEEDS.forEach((names, n) => {
    site.answers.set(`/feed${n}`, { body: rssOf(site.origin, names) });
  });
});
afterAll(() => site.close());

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs the robot, and kills it after a while where it has not ended. */
async function follow(folder: string, killAfter?: number): Promise<Ended> {
  const start = performance.now();
  const feeds = FEEDS.map((_, n) => `${site.origin}/feed${n}`);
  const child = spawn(process.execPath, [cli, 'follow', ...feeds, '--out', folder, '--pause', '0']);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  if (killAfter !== undefined) void setTimeout(killAfter).then(() => child.kill('SIGKILL'));
  const code = await ended;
  return { code, stderr, milliseconds: performance.now() - start };
}

test(`killed at ${KILLS} random moments: each story exactly once`, { timeout: 60 * 60_000 }, async () => {
  const whole = await follow(temporaryFolder().path);
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  for (let kill = 0; kill < KILLS; ) {
    const folder = temporaryFolder();
    folder.write('allurls.dat', '');
    for (let n = 0; n < IN_A_ROW && kill < KILLS; n++, kill++) {
      await follow(folder.path, Math.random() * whole.milliseconds);
      for (const post of postsBelow(folder.path)) expect(post, 'a half').toMatch(/\n---\n[\s\S]*\n$/);
    }
    expect(await follow(folder.path)).toMatchObject({ code: 0, stderr: '' });
    const posts = postsBelow(folder.path);
    const found = posts.map((text) => readPost(text).url ?? '').sort();
    const expected = STORIES.map((name) => `${site.origin}/story/${name}`).sort();
    expect(found).toEqual(expected);
    for (const name of STORIES) expect(posts.filter((text) => text.includes(markOf(name)))).toHaveLength(1);
    const listed = readFileSync(join(folder.path, 'allurls.dat'), 'utf8').trim().split('\n');
    expect(listed.toSorted()).toEqual(expected);
    counts.count({ asked: expected, posts: found });
  }
});
