import { createJob, type NewItem } from '../../src/library/commands/jobs.ts';
import type { Job } from '../../src/library/model/job.ts';
import type { Library } from '../../src/library/store/database.ts';

/** A job of these addresses, different in what a test asks for. The ids of its items are the addresses. */
export async function queueJob(library: Library, urls: readonly string[], changes: Partial<Job> = {}): Promise<Job> {
  const job: Job = {
    id: 'batch',
    name: '',
    source: 'list',
    way: 'fetched',
    state: 'running',
    presetId: 'jekyll',
    targetId: 'downloads',
    tags: [],
    createdAt: 1,
    ...changes,
  };
  const items = urls.map((url): NewItem => ({ id: url, url, title: '' }));
  await createJob(library, job, items);
  return job;
}
