import type { ItemFailure, Job, JobItem, Lease, Outcome } from '../model/job.ts';
import type { Library } from '../store/database.ts';
import { itemsInState } from '../store/job-ranges.ts';
import { transact } from '../store/transact.ts';

/**
 * Claims a waiting item of a running job for the holder of a lease, and counts the attempt. Both rows are read inside the
 * transaction: an item that was cancelled or claimed meanwhile is not handed out.
 *
 * @returns nothing where it cannot be claimed any more.
 */
export function claimItem(library: Library, id: string, lease: Lease): Promise<JobItem | undefined> {
  return library.use((database) =>
    transact(database, ['jobs', 'jobItems'], async (transaction) => {
      const items = transaction.objectStore('jobItems');
      const item = await items.get(id);
      const job = item && (await transaction.objectStore('jobs').get(item.jobId));
      if (item?.state !== 'waiting' || job?.state !== 'running') return undefined;
      const claimed: JobItem = { ...item, state: 'running', attempts: item.attempts + 1, lease };
      await items.put(claimed);
      return claimed;
    }),
  );
}

/** Puts items back in the queue whose lease is over, or that a runner held of which the caller knows that it is dead. */
export function releaseItems(library: Library, isOver: (lease: Lease | undefined) => boolean): Promise<number> {
  return library.use((database) =>
    transact(database, ['jobs', 'jobItems'], async (transaction) => {
      const items = transaction.objectStore('jobItems');
      const jobIds = await transaction.objectStore('jobs').getAllKeys();
      const held = await Promise.all(
        jobIds.map((jobId) => items.index('queue').getAll(itemsInState(jobId, 'running'))),
      );
      const over = held.flat().filter(({ lease }) => isOver(lease));
      // The attempt was cut off and did not fail.
      await Promise.all(
        over.map(({ lease: _over, ...item }) =>
          items.put({ ...item, state: 'waiting', attempts: Math.max(0, item.attempts - 1) }),
        ),
      );
      return over.length;
    }),
  );
}

/** Writes down what is about to be saved for an item. @returns false where the holder has lost its lease. */
export function recordIntent(library: Library, item: JobItem, intent: Required<JobItem>['intent']): Promise<boolean> {
  return change(library, item, (current) => ({ ...current, intent }));
}

/** Writes down what came of an item. @returns false where the holder has lost its lease: nothing is written then. */
export function recordOutcome(library: Library, item: JobItem, outcome: Outcome, now: number): Promise<boolean> {
  return change(library, item, ({ lease: _over, failure: _last, doubts: _before, ...current }) => {
    const { title = '', ...came } = { title: '', ...outcome };
    return { ...current, ...came, ...(title === '' ? {} : { title }), finishedAt: now };
  });
}

/** When a requeued item is tried again, and why not now. */
export interface Requeue {
  readonly failure?: ItemFailure;
  /** Unix milliseconds. */
  readonly notBefore: number;
  /** False: what failed was not the page, and the attempt does not count. */
  readonly counts: boolean;
}

/** Puts an item back in the queue after an attempt that failed for now; of a job that was cancelled, cancels it. */
export function requeueItem(library: Library, item: JobItem, requeue: Requeue): Promise<boolean> {
  const { failure, notBefore, counts } = requeue;
  return change(library, item, ({ lease: _over, ...current }, job) => ({
    ...current,
    state: job?.state === 'cancelled' ? 'cancelled' : 'waiting',
    attempts: counts ? current.attempts : Math.max(0, current.attempts - 1),
    notBefore,
    ...(failure ? { failure } : {}),
  }));
}

/** Changes an item as long as its lease is the one it was claimed with. */
function change(
  library: Library,
  { id, lease }: JobItem,
  next: (current: JobItem, job: Job | undefined) => JobItem,
): Promise<boolean> {
  return library.use((database) =>
    transact(database, ['jobs', 'jobItems'], async (transaction) => {
      const items = transaction.objectStore('jobItems');
      const current = await items.get(id);
      if (current?.state !== 'running' || current.lease?.holder !== lease?.holder) return false;
      await items.put(next(current, await transaction.objectStore('jobs').get(current.jobId)));
      return true;
    }),
  );
}
