import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPost } from '../../src/library/posts/read-post.ts';
import { buildCli } from '../cli/built-cli.ts';
import { type FeedSite, markOf, rssOf, startFeedSite, storyPage } from '../cli/follow/feed-site.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { postsBelow } from './posts-below.ts';
import { tally } from './tally.ts';

/** Runs that are killed. All of the issue: `FOLLOW_KILLS=200 FOLLOW_STORIES=1000 npx vitest run …/follow-killed`. */
const KILLS = Number(process.env['FOLLOW_KILLS'] ?? 12);
const IS_LARGE = process.env['FOLLOW_STORIES'] !== undefined;
const FEED_COUNT = IS_LARGE ? 40 : 2;
const STORIES_A_FEED = Math.ceil(Number(process.env['FOLLOW_STORIES'] ?? 8) / FEED_COUNT) + 1;
/** So late a run is killed at the latest, in milliseconds: of a large archive each clips a part. */
const LATEST = 4_000;
/** Every feed has stories of its own, and one that all have. */
const FEEDS = Array.from({ length: FEED_COUNT }, (_, feed) =>
  Array.from({ length: STORIES_A_FEED }, (_, n) => (n === 2 ? 'shared' : `f${feed}n${n}`)),
);
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
  readonly isKilled: boolean;
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
  const killing = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...ended) => resolve(ended));
  });
  clearTimeout(killing);
  return { code, stderr, isKilled: signal === 'SIGKILL', milliseconds: performance.now() - start };
}

test(`killed at ${KILLS} random moments: each story exactly once`, { timeout: 120 * 60_000 }, async () => {
  const whole = await follow(temporaryFolder().path);
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  const latest = Math.min(whole.milliseconds, LATEST);
  for (let kills = 0; kills < KILLS; ) {
    const folder = temporaryFolder();
    folder.write('allurls.dat', '');
    const before = kills;
    let ended: Ended | undefined;
    while (kills < KILLS && !ended) {
      const run = await follow(folder.path, Math.random() * latest);
      if (run.isKilled) kills++;
      else ended = run;
      for (const post of postsBelow(folder.path)) expect(post, 'a half').toMatch(/\n---\n[\s\S]*\n$/);
    }
    ended ??= await follow(folder.path);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const outcome = outcomeIn(folder.path);
    for (let kill = before; kill < kills; kill++) counts.count(outcome);
    if (IS_LARGE) expectToBuild(folder, STORIES.length);
  }
});

/** What an archive holds that was followed to the end. */
function outcomeIn(folder: string): { asked: string[]; posts: string[] } {
  const texts = postsBelow(folder);
  const posts = texts.map((text) => readPost(text).url ?? '').sort();
  const asked = STORIES.map((name) => `${site.origin}/story/${name}`).sort();
  expect(posts).toEqual(asked);
  const marks = texts.map((text) => STORIES.filter((name) => text.includes(markOf(name))));
  expect(marks.map((names) => names.length).filter((count) => count !== 1)).toEqual([]);
  const listed = readFileSync(join(folder, 'allurls.dat'), 'utf8').trim().split('\n');
  expect(listed.toSorted()).toEqual(asked);
  return { asked, posts };
}

/** Builds the archive with the real Jekyll: a page for each post. */
function expectToBuild(folder: ReturnType<typeof temporaryFolder>, posts: number): void {
  folder.write('_config.yml', 'permalink: /:year-:month-:day/:title/\nfuture: false\ntimezone: Asia/Shanghai\n');
  folder.write('_layouts/post.html', '{{ content }}');
  folder.write('index.txt', '---\n---\n{% for post in site.posts %}{{ post.url }}\n{% endfor %}');
  const log = execFileSync('sh', ['-c', 'jekyll build -s "$0" -d "$0/_site" 2>&1', folder.path], { encoding: 'utf8' });
  expect(log.split('\n').filter((line) => /warn|error|conflict|invalid/i.test(line))).toEqual([]);
  const addresses = readFileSync(join(folder.path, '_site/index.txt'), 'utf8').trim().split('\n').filter(Boolean);
  expect(new Set(addresses).size).toBe(posts);
}
