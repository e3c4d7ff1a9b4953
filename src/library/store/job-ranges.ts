import type { ItemState } from '../model/job.ts';

/** The keys of a job's items in the index `order`. */
export function everyItemOf(jobId: string): IDBKeyRange {
  return IDBKeyRange.bound([jobId], [jobId, []]);
}

/** The keys of a job's items of one state in the index `queue`. */
export function itemsInState(jobId: string, state: ItemState): IDBKeyRange {
  return IDBKeyRange.bound([jobId, state], [jobId, state, []]);
}
