import { expect, test } from 'vitest';
import {
  claimItem,
  recordIntent,
  recordOutcome,
  releaseItems,
  requeueItem,
} from '../../../src/library/commands/job-items.ts';
import {
  acceptItems,
  cancelJob,
  moveItem,
  removeJob,
  retryItems,
  setJobState,
} from '../../../src/library/commands/jobs.ts';
import { hasWorkLeft, itemsOfJob, listJobs, waitingItems } from '../../../src/library/queries/jobs.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { queueJob } from '../../fakes/job.ts';
import { temporaryLibrary } from '../../fakes/library.ts';

const LEASE = { holder: 'page', until: 1_000 };
const [A, B, C] = ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'] as const;

async function claimed(library: Library, id: string) {
  const item = await claimItem(library, id, LEASE);
  if (!item) throw new Error(`${id} was not handed out`);
  return item;
}

const states = async (library: Library) =>
  (await itemsOfJob(library, 'batch')).map(({ url, state }) => `${url.slice(-1)} ${state}`);

const order = async (library: Library) => (await waitingItems(library, 10)).map(({ item }) => item.url);

test('an item is handed out once, and only while its job runs', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A, B]);
  const both = await Promise.all([claimItem(library, A, LEASE), claimItem(library, A, { ...LEASE, holder: 'other' })]);
  expect(both.filter(Boolean)).toHaveLength(1);
  await setJobState(library, 'batch', 'paused');
  expect(await claimItem(library, B, LEASE)).toBeUndefined();
  expect(await order(library)).toEqual([]);
  await setJobState(library, 'batch', 'running');
  expect(await claimItem(library, B, LEASE)).toMatchObject({ attempts: 1, lease: LEASE });
});

test('an outcome is counted, and stands against a runner that has lost its lease', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A, B]);
  const item = await claimed(library, A);
  expect(await releaseItems(library, () => true)).toBe(1);
  const again = await claimItem(library, A, { ...LEASE, holder: 'other' });
  if (!again) throw new Error('not handed out again');
  expect(again.attempts).toBe(1);
  expect(await recordOutcome(library, again, { state: 'saved', clipId: 'clip', title: 'Ferry' }, 5)).toBe(true);
  const late = { state: 'refused', failure: { reason: 'pdf', detail: '' } } as const;
  expect(await recordOutcome(library, item, late, 6)).toBe(false);
  expect(await requeueItem(library, item, { notBefore: 0, counts: true })).toBe(false);
  expect(await recordIntent(library, item, { urlKey: 'a', doubts: [] })).toBe(false);
  const [row] = await itemsOfJob(library, 'batch');
  expect(row).toMatchObject({ state: 'saved', clipId: 'clip', title: 'Ferry', finishedAt: 5 });
  expect(row).not.toHaveProperty('lease');
  expect(await listJobs(library)).toMatchObject([{ counts: { saved: 1, waiting: 1, running: 0 } }]);
});

test('only a lease that is over is taken away', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A]);
  await claimed(library, A);
  expect(await releaseItems(library, (lease) => (lease?.until ?? 0) < 1_000)).toBe(0);
  expect(await releaseItems(library, (lease) => (lease?.until ?? 0) < 1_001)).toBe(1);
  expect(await states(library)).toEqual(['1 waiting']);
});

test('a cancelled job keeps what was done and hands nothing out; what is under way may end', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A, B, C]);
  const [first, second] = [await claimed(library, A), await claimed(library, B)];
  await cancelJob(library, 'batch', 7);
  expect(await states(library)).toEqual(['1 running', '2 running', '3 cancelled']);
  await recordOutcome(library, first, { state: 'saved', clipId: 'clip', title: '' }, 8);
  await requeueItem(library, second, { notBefore: 0, counts: true });
  expect(await states(library)).toEqual(['1 saved', '2 cancelled', '3 cancelled']);
  expect(await hasWorkLeft(library)).toBe(false);
});

test('what has no clip can be tried again, all of it or one', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A, B, C]);
  const failure = { reason: 'not-found', detail: '404' } as const;
  await recordOutcome(library, await claimed(library, A), { state: 'refused', failure }, 1);
  await recordOutcome(library, await claimed(library, B), { state: 'known', clipId: 'clip' }, 1);
  await cancelJob(library, 'batch', 2);
  await retryItems(library, 'batch');
  expect(await states(library)).toEqual(['1 waiting', '2 known', '3 waiting']);
  expect(await hasWorkLeft(library)).toBe(true);
  await retryItems(library, 'batch', { ids: [B], way: 'tabs' });
  const items = await itemsOfJob(library, 'batch');
  expect(items[1]).toMatchObject({ state: 'waiting', again: true, attempts: 0 });
  expect(items[0]).not.toHaveProperty('failure');
  expect(await listJobs(library)).toMatchObject([{ job: { way: 'tabs', state: 'running' } }]);
});

test('an uncertain clip that was looked at counts as saved', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A]);
  const doubtful = { state: 'uncertain', clipId: 'clip', title: 'Ferry', doubts: ['body-short'] } as const;
  await recordOutcome(library, await claimed(library, A), doubtful, 1);
  await acceptItems(library, 'batch', [A]);
  expect(await itemsOfJob(library, 'batch')).toMatchObject([{ state: 'saved', doubts: ['body-short'] }]);
});

test('a waiting item goes to the front or to the end, and the next job comes after the first', async () => {
  const library = temporaryLibrary();
  await queueJob(library, [A, B, C]);
  await moveItem(library, C, 'first');
  expect(await order(library)).toEqual([C, A, B]);
  await moveItem(library, A, 'last');
  expect(await order(library)).toEqual([C, B, A]);
  await queueJob(library, ['https://d.example/4'], { id: 'later', createdAt: 2 });
  expect(await order(library)).toEqual([C, B, A, 'https://d.example/4']);
  await removeJob(library, 'batch');
  expect(await order(library)).toEqual(['https://d.example/4']);
});
