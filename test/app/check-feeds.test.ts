import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFeeds, type FeedCheckDeps, nextFeedCheck } from '../../src/app/check-feeds.ts';
import { addFeed } from '../../src/library/commands/feeds.ts';
import { createJob } from '../../src/library/commands/jobs.ts';
import { type FollowedFeed, hasFailedLong } from '../../src/library/model/followed-feed.ts';
import { listFeeds } from '../../src/library/queries/feeds.ts';
import { itemsOfJob, listJobs } from '../../src/library/queries/jobs.ts';
import type { Library } from '../../src/library/store/database.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { life } from '../fakes/life.ts';

const HOUR = 3_600_000;
const SITE = 'https://news.example';
const changes = { announce() {}, listen: () => () => {}, close() {} };

let server: Server;
/** Stories of the feed, the newest first. */
let stories: string[];
let status: number;
let asked: (string | undefined)[];

beforeEach(async () => {
  stories = ['a', 'b'];
  status = 200;
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.headers['if-none-match']);
    const etag = `"${stories.join('')}"`;
    if (status !== 200) response.writeHead(status, { 'retry-after': '20000' }).end();
    else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else {
      const items = stories.map(
        (name) => `<item><title>${name}</title><link>${SITE}/${name}</link><guid>${name}</guid></item>`,
      );
      response.writeHead(200, { 'content-type': 'application/rss+xml', etag });
      response.end(`<rss version="2.0"><channel><title>Courier</title>${items.join('')}</channel></rss>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function feedOf(changed: Partial<FollowedFeed> = {}): FollowedFeed {
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`,
    name: 'Courier',
    state: 'active',
    clipsAtOnce: true,
    way: 'fetched',
    presetId: 'jekyll',
    targetId: 'downloads',
    tags: ['harbour'],
    createdAt: 0,
    checkedAt: 0,
    nextAt: 0,
    stories: [],
    ...changed,
  };
}

function depsOf(library: Library, now = 0): FeedCheckDeps {
  let n = 0;
  const newId = () => `${now}-${++n}`;
  return { library, changes, now: () => now, isOnline: () => true, mayRead: async () => true, newId };
}

async function itemsOf(library: Library) {
  const jobs = await listJobs(library);
  return (await Promise.all(jobs.toReversed().map(({ job }) => itemsOfJob(library, job.id)))).flat();
}

test('a new story is queued once, the oldest first, and an unchanged feed is not sent again', async () => {
  const library = temporaryLibrary();
  await addFeed(library, feedOf());
  expect(await checkFeeds(depsOf(library))).toBe(true);
  stories = ['c', 'a', 'b'];
  expect(await checkFeeds(depsOf(library, HOUR))).toBe(true);
  expect(await checkFeeds(depsOf(library, 2 * HOUR))).toBe(false);
  expect(asked).toEqual([undefined, '"ab"', '"cab"']);
  expect((await itemsOf(library)).map(({ url }) => url)).toEqual([`${SITE}/b`, `${SITE}/a`, `${SITE}/c`]);
  expect(await listJobs(library)).toMatchObject([{ job: { name: 'Courier', source: 'feed', tags: ['harbour'] } }]);
  expect(await nextFeedCheck(library)).toBe(3 * HOUR);
});

test('a feed that is empty for once, or changes its guids, makes nothing new', async () => {
  const library = temporaryLibrary();
  await addFeed(library, feedOf());
  for (const [at, names] of [['a', 'b'], [], ['a', 'b']].entries()) {
    stories = names;
    await checkFeeds(depsOf(library, at * HOUR));
  }
  expect(await itemsOf(library)).toHaveLength(2);
});

test('stories wait in the list where the user chooses, or where their site may not be read', async () => {
  const library = temporaryLibrary();
  await addFeed(library, feedOf({ clipsAtOnce: false }));
  await checkFeeds(depsOf(library));
  const [feed] = await listFeeds(library);
  expect(feed?.stories.map(({ state }) => state)).toEqual(['new', 'new']);

  await addFeed(library, { ...feedOf(), stories: [] });
  stories = ['c', 'a', 'b'];
  const deps = { ...depsOf(library), mayRead: async (url: string) => !url.startsWith(SITE) };
  expect(await checkFeeds(deps)).toBe(false);

  const job = { id: 'job', name: '', source: 'feed', way: 'fetched', state: 'running' } as const;
  await createJob(
    library,
    { ...job, presetId: 'jekyll', targetId: 'downloads', tags: [], createdAt: 0 },
    [{ id: 'item', url: `${SITE}/a`, title: 'a' }],
    feedOf().url,
  );
  const [after] = await listFeeds(library);
  expect(after?.stories.map(({ id, state }) => [id, state])).toEqual([
    ['c', 'new'],
    ['a', 'taken'],
    ['b', 'new'],
  ]);
});

test('a feed that fails is left alone longer and longer, and as long as its server asks for', async () => {
  const library = temporaryLibrary();
  await addFeed(library, feedOf({ stories: [{ id: 'x', url: `${SITE}/x`, title: 'x', state: 'new' }] }));
  status = 503;
  const waits: number[] = [];
  const start = Date.now();
  let now = start;
  for (let attempt = 0; attempt < 6; attempt++) {
    await checkFeeds(depsOf(library, now));
    const [feed] = await listFeeds(library);
    waits.push((feed?.nextAt ?? 0) - now);
    now = feed?.nextAt ?? 0;
  }
  // At first the server asks for 20,000 s, from now on this machine's clock.
  expect(waits.map((wait) => wait / HOUR).map((hours) => Math.round(hours * 10) / 10)).toEqual([5.6, 2, 4, 8, 12, 12]);
  const [failing] = await listFeeds(library);
  expect(failing).toMatchObject({ failing: { since: start, attempts: 6, failure: { reason: 'server-failed' } } });
  expect(failing && hasFailedLong(failing, start + 8 * 24 * HOUR)).toBe(true);
  status = 200;
  await checkFeeds(depsOf(library, now));
  const [feed] = await listFeeds(library);
  expect(feed?.failing).toBeUndefined();
  expect(feed?.stories.map(({ id }) => id)).toEqual(['a', 'b', 'x']);
});

test('a worker that is killed at any step queues each story once', async () => {
  let killAt = 0;
  for (let isKilled = true; isKilled; ) {
    killAt++;
    isKilled = false;
    for (const when of ['before', 'after'] as const) {
      const library = temporaryLibrary();
      await addFeed(library, feedOf());
      const lived = life(killAt, when);
      // Each use is one transaction, which the browser undoes as a whole.
      const mortal: Library = { ...library, use: (work) => lived.step(() => library.use(work)) };
      const done = checkFeeds(depsOf(mortal)).then(() => false);
      if (await Promise.race([done, lived.killed.then(() => true)])) isKilled = true;
      await checkFeeds(depsOf(library, HOUR));
      expect(
        (await itemsOf(library)).map(({ url }) => url),
        `${when} step ${killAt}`,
      ).toEqual([`${SITE}/b`, `${SITE}/a`]);
    }
  }
  expect(killAt).toBeGreaterThan(3);
});
