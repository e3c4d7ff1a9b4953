import { markTaken } from '../model/feed-stories.ts';
import type { Job, JobItem, JobWay } from '../model/job.ts';
import type { Library } from '../store/database.ts';
import { everyItemOf, itemsInState } from '../store/job-ranges.ts';
import { transact } from '../store/transact.ts';

/** What an item is made from. */
export type NewItem = Pick<JobItem, 'id' | 'url' | 'title' | 'tabId' | 'again'>;

/**
 * Keeps a job with all its items, in their order, in one transaction.
 *
 * @param feedUrl a followed feed that named the pages: they are new stories of it no more.
 */
export function createJob(library: Library, job: Job, items: readonly NewItem[], feedUrl?: string): Promise<void> {
  return library.use((database) =>
    transact(database, ['feeds', 'jobs', 'jobItems'], async (transaction) => {
      const rows = transaction.objectStore('jobItems');
      const feed = feedUrl === undefined ? undefined : await transaction.objectStore('feeds').get(feedUrl);
      if (feed) {
        const stories = markTaken(feed.stories, new Set(items.map(({ url }) => url)));
        await transaction.objectStore('feeds').put({ ...feed, stories });
      }
      await Promise.all([
        transaction.objectStore('jobs').put(job),
        ...items.map((item, position) =>
          rows.put({ ...item, jobId: job.id, position, state: 'waiting', attempts: 0, notBefore: 0 }),
        ),
      ]);
    }),
  );
}

/** Pauses or resumes a job. Items that are being worked on are finished. */
export function setJobState(library: Library, jobId: string, state: Job['state']): Promise<void> {
  return changeJob(library, jobId, { state });
}

/** Cancels what of a job is waiting. Items that are being worked on are finished: their clips may be saved already. */
export async function cancelJob(library: Library, jobId: string, now: number): Promise<void> {
  await setJobState(library, jobId, 'cancelled');
  await changeItems(library, jobId, ['waiting'], (item) => ({ ...item, state: 'cancelled', finishedAt: now }));
}

/** Which items are to be tried again: those that are named, or all that were refused or cancelled; and how. */
export interface Retry {
  readonly ids?: readonly string[];
  /** Absent: as before. */
  readonly way?: JobWay;
}

/** Puts items back in the queue. A named item whose story was known is clipped all the same. */
export async function retryItems(library: Library, jobId: string, { ids, way }: Retry = {}): Promise<void> {
  const wanted = ids && new Set(ids);
  await changeItems(library, jobId, wanted ? ['refused', 'cancelled', 'known'] : ['refused', 'cancelled'], (item) => {
    if (wanted && !wanted.has(item.id)) return item;
    const { failure: _before, finishedAt: _then, clipId: _known, ...rest } = item;
    const again = item.state === 'known' ? { again: true as const } : {};
    return { ...rest, ...again, state: 'waiting', attempts: 0, notBefore: 0 };
  });
  await changeJob(library, jobId, { state: 'running', ...(way ? { way } : {}) });
}

/** The user has looked at a clip that was uncertain, and leaves it as it is. */
export async function acceptItems(library: Library, jobId: string, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  await changeItems(library, jobId, ['uncertain'], (item) =>
    wanted.has(item.id) ? { ...item, state: 'saved' } : item,
  );
}

/** Moves a waiting item before all others that wait, or behind them. */
export function moveItem(library: Library, id: string, to: 'first' | 'last'): Promise<void> {
  return library.use((database) =>
    transact(database, ['jobItems'], async (transaction) => {
      const items = transaction.objectStore('jobItems');
      const item = await items.get(id);
      if (item?.state !== 'waiting') return;
      const direction = to === 'first' ? 'next' : 'prev';
      const edge = await items.index('order').openCursor(everyItemOf(item.jobId), direction);
      const position = edge ? edge.value.position + (to === 'first' ? -1 : 1) : 0;
      await items.put({ ...item, position });
    }),
  );
}

/** Forgets a job and its items. Clips stay. */
export function removeJob(library: Library, jobId: string): Promise<void> {
  return library.use((database) =>
    transact(database, ['jobs', 'jobItems'], async (transaction) => {
      const items = transaction.objectStore('jobItems');
      const keys = await items.index('order').getAllKeys(everyItemOf(jobId));
      await Promise.all([transaction.objectStore('jobs').delete(jobId), ...keys.map((key) => items.delete(key))]);
    }),
  );
}

function changeJob(library: Library, jobId: string, fields: Partial<Job>): Promise<void> {
  return library.use((database) =>
    transact(database, ['jobs'], async (transaction) => {
      const jobs = transaction.objectStore('jobs');
      const job = await jobs.get(jobId);
      if (job) await jobs.put({ ...job, ...fields });
    }),
  );
}

function changeItems(
  library: Library,
  jobId: string,
  states: readonly JobItem['state'][],
  next: (item: JobItem) => JobItem,
): Promise<void> {
  return library.use((database) =>
    transact(database, ['jobItems'], async (transaction) => {
      const items = transaction.objectStore('jobItems');
      for (const state of states) {
        const rows = await items.index('queue').getAll(itemsInState(jobId, state));
        await Promise.all(rows.map((row) => items.put(next(row))));
      }
    }),
  );
}
