import { ITEM_STATES, type ItemCounts, type ItemState, type Job, type JobItem } from '../model/job.ts';
import type { Library } from '../store/database.ts';
import { everyItemOf, itemsInState } from '../store/job-ranges.ts';

/** A job and how far it has come. */
export interface CountedJob {
  readonly job: Job;
  readonly counts: ItemCounts;
}

/** All jobs, the newest first. */
export function listJobs(library: Library): Promise<CountedJob[]> {
  return library.use(async (database) => {
    const transaction = database.transaction(['jobs', 'jobItems']);
    const queue = transaction.objectStore('jobItems').index('queue');
    const jobs = await transaction.objectStore('jobs').getAll();
    const counted = await Promise.all(
      jobs.map(async (job): Promise<CountedJob> => {
        const numbers = await Promise.all(
          ITEM_STATES.map(
            async (state): Promise<[ItemState, number]> => [state, await queue.count(itemsInState(job.id, state))],
          ),
        );
        return { job, counts: Object.fromEntries(numbers) as ItemCounts };
      }),
    );
    return counted.sort((a, b) => b.job.createdAt - a.job.createdAt);
  });
}

/** The items of a job in their order. */
export function itemsOfJob(library: Library, jobId: string): Promise<JobItem[]> {
  return library.use((database) => database.getAllFromIndex('jobItems', 'order', everyItemOf(jobId)));
}

/** A waiting item with its job. */
export interface WaitingItem {
  readonly job: Job;
  readonly item: JobItem;
}

/** The next waiting items of running jobs, those of the oldest job first. @param most of each job. */
export function waitingItems(library: Library, most: number): Promise<WaitingItem[]> {
  return library.use(async (database) => {
    const transaction = database.transaction(['jobs', 'jobItems']);
    const queue = transaction.objectStore('jobItems').index('queue');
    const jobs = await transaction.objectStore('jobs').getAll();
    const running = jobs.filter(({ state }) => state === 'running').sort((a, b) => a.createdAt - b.createdAt);
    const found = await Promise.all(
      running.map(async (job) => {
        const items = await queue.getAll(itemsInState(job.id, 'waiting'), most);
        return items.map((item) => ({ job, item }));
      }),
    );
    return found.flat();
  });
}

/** Whether a running job has items without an outcome. */
export async function hasWorkLeft(library: Library): Promise<boolean> {
  const jobs = await listJobs(library);
  return jobs.some(({ job, counts }) => job.state === 'running' && counts.waiting + counts.running > 0);
}
