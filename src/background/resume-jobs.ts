import { JOBS_LOCK } from '../jobs/jobs-lock.ts';
import { hasWorkLeft } from '../library/queries/jobs.ts';
import { FOR_WORK, openPageBehind } from '../platform/pages.ts';
import { library } from './library.ts';

/**
 * Opens the batch page behind the others where batches wait that a closed browser has cut off: the page does the work,
 * and closes itself after it. Where the browser has brought the page back itself, that one does.
 */
export async function resumeJobs(): Promise<void> {
  if (!(await hasWorkLeft(library))) return;
  const { held = [] } = await navigator.locks.query();
  if (held.some(({ name }) => name === JOBS_LOCK)) return;
  await openPageBehind('batch', FOR_WORK);
}
