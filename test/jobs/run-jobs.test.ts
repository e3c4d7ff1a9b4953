import { expect, test } from 'vitest';
import { createHostPace, hostOf } from '../../src/jobs/host-pace.ts';
import { type Clipped, type JobDeps, runJobs } from '../../src/jobs/run-jobs.ts';
import { claimItem } from '../../src/library/commands/job-items.ts';
import { setJobState } from '../../src/library/commands/jobs.ts';
import type { JobItem, Outcome } from '../../src/library/model/job.ts';
import { hasWorkLeft, itemsOfJob, listJobs } from '../../src/library/queries/jobs.ts';
import type { Library } from '../../src/library/store/database.ts';
import { queueJob } from '../fakes/job.ts';
import { temporaryLibrary } from '../fakes/library.ts';

const saved = (item: JobItem): Clipped => ({
  outcome: { state: 'saved', clipId: item.id, title: '' },
  isAsked: true,
});

const refused = (reason: Extract<Outcome, { state: 'refused' }>['failure']['reason'], retryAt?: number): Clipped => ({
  outcome: { state: 'refused', failure: { reason, detail: '' } },
  isAsked: true,
  ...(retryAt === undefined ? {} : { retryAt }),
});

/** A world whose clock goes on when a runner sleeps, and in which pages take a while. */
function world(library: Library, clip: (item: JobItem, attempt: number) => Clipped | Promise<Clipped>) {
  let time = 1_000_000;
  const log: { url: string; at: number; others: number }[] = [];
  const hosts = new Map<string, number>();
  const end = new AbortController();
  const deps: JobDeps = {
    library,
    holder: 'runner',
    pace: createHostPace(1_000),
    now: () => time,
    isOnline: () => true,
    mayRead: async () => true,
    announce() {},
    async clip(_job, item) {
      const host = hostOf(item.url);
      log.push({ url: item.url, at: time, others: hosts.get(host) ?? 0 });
      hosts.set(host, (hosts.get(host) ?? 0) + 1);
      try {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return await clip(item, item.attempts);
      } finally {
        hosts.set(host, (hosts.get(host) ?? 0) - 1);
      }
    },
    async sleep(milliseconds, signal) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (signal.aborted) return;
      if (!(await hasWorkLeft(library))) end.abort();
      else time += milliseconds;
    },
  };
  return { deps, log, run: () => runJobs(deps, end.signal), end };
}

const pages = (host: string, count: number) => Array.from({ length: count }, (_, n) => `https://${host}.example/${n}`);

test('every page of a batch has one outcome, and a site is asked for one page at a time, with a pause', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [...pages('a', 20), ...pages('b', 20)]);
  const { log, run } = world(library, saved);
  await run();
  expect((await itemsOfJob(library, 'batch')).map(({ state }) => state)).toEqual(Array(40).fill('saved'));
  expect(log).toHaveLength(40);
  expect(log.every(({ others }) => others === 0)).toBe(true);
  const ofOne = log.filter(({ url }) => url.includes('//a.')).map(({ at }) => at);
  expect(ofOne.slice(1).every((at, n) => at - (ofOne[n] ?? 0) >= 1_000)).toBe(true);
});

test('a page that may come later is tried three times, then refused; one that never will, once', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/busy', 'https://b.example/gone', 'https://c.example/late']);
  const { log, run } = world(library, (item, attempt) => {
    if (item.url.endsWith('gone')) return refused('not-found');
    return item.url.endsWith('busy') || attempt === 1 ? refused('server-failed') : saved(item);
  });
  await run();
  const tries = (end: string) => log.filter(({ url }) => url.endsWith(end)).length;
  expect([tries('busy'), tries('gone'), tries('late')]).toEqual([3, 1, 2]);
  const items = await itemsOfJob(library, 'batch');
  expect(items.map(({ state, failure }) => failure?.reason ?? state)).toEqual(['server-failed', 'not-found', 'saved']);
});

test('a site that names a time is left alone until then', async () => {
  const library = temporaryLibrary();
  await queueJob(library, pages('a', 2));
  const { log, run, deps } = world(library, (item, attempt) =>
    item.url.endsWith('0') && attempt === 1 ? refused('slow-down', deps.now() + 90_000) : saved(item),
  );
  await run();
  const [first, ...rest] = log;
  expect(rest.every(({ at }) => at - (first?.at ?? 0) >= 90_000)).toBe(true);
});

test('while the network is away nothing is tried and no attempt is counted', async () => {
  const library = temporaryLibrary();
  await queueJob(library, pages('a', 1));
  let backAt = 0;
  const { run, deps, log } = world(library, (item) => {
    if (backAt > 0) return saved(item);
    backAt = deps.now() + 25_000;
    return refused('unreachable');
  });
  Object.assign(deps, { isOnline: () => deps.now() >= backAt });
  await run();
  expect(log).toHaveLength(2);
  expect(log[1]?.at).toBeGreaterThanOrEqual(backAt);
  expect(await itemsOfJob(library, 'batch')).toMatchObject([{ state: 'saved', attempts: 1 }]);
});

test('what a killed runner held is taken up again by the next, at once', async () => {
  const library = temporaryLibrary();
  await queueJob(library, pages('a', 3));
  await claimItem(library, 'https://a.example/0', { holder: 'killed', until: Number.MAX_SAFE_INTEGER });
  const { run } = world(library, saved);
  await run();
  expect((await itemsOfJob(library, 'batch')).map(({ state }) => state)).toEqual(['saved', 'saved', 'saved']);
});

test('a runner that is to end lets its pages go, and they wait for the next', async () => {
  const library = temporaryLibrary();
  await queueJob(library, pages('a', 1));
  const { run, end } = world(library, () => {
    end.abort();
    throw new DOMException('The page was closed.', 'AbortError');
  });
  await run();
  expect(await itemsOfJob(library, 'batch')).toMatchObject([{ state: 'waiting', attempts: 0 }]);
});

test('a batch whose site the user has taken back waits as a whole, and goes on when it is allowed', async () => {
  const library = temporaryLibrary();
  await queueJob(library, pages('a', 3));
  const { run, deps, log } = world(library, saved);
  let isAllowed = false;
  Object.assign(deps, { mayRead: async () => isAllowed });
  await run();
  expect(log).toEqual([]);
  expect(await listJobs(library)).toMatchObject([{ job: { state: 'not-allowed' }, counts: { waiting: 3 } }]);
  isAllowed = true;
  await setJobState(library, 'batch', 'running');
  await world(library, saved).run();
  expect((await itemsOfJob(library, 'batch')).map(({ state }) => state)).toEqual(['saved', 'saved', 'saved']);
});

test('what a page throws is the reason it has no clip, and the others go on', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/0', 'https://b.example/0']);
  const { run } = world(library, (item) => {
    if (item.url.includes('//a.')) throw new Error('boom');
    return saved(item);
  });
  await run();
  expect(await itemsOfJob(library, 'batch')).toMatchObject([
    { state: 'refused', failure: { reason: 'unexpected', detail: 'boom' } },
    { state: 'saved' },
  ]);
});
