import type { CountedJob } from '../../library/queries/jobs.ts';

/** What ends a page that was opened for work. */
export interface WorkPage {
  listJobs(): Promise<readonly CountedJob[]>;
  /** Whether items of running batches are without an outcome. */
  hasWorkLeft(): Promise<boolean>;
  /** Calls back after each change of a batch. Returns a function that stops this. */
  onChange(look: () => void): () => void;
  /** `document`: tells whether the page is looked at. */
  readonly document: Pick<Document, 'hidden'> & Pick<EventTarget, 'addEventListener'>;
  /** Lets another page do what is queued from now on; resolves when nothing is under way here. */
  stop(): Promise<void>;
  /** Has what was saved delivered. */
  deliver(): Promise<void>;
  close(): void;
  /** Makes the page the user's own: takes the mark from its address. */
  keep(): void;
  /** Begins anew: something was queued at the last moment. */
  restart(): void;
}

/**
 * Closes the page once its work is done. Leaves it open where the user has looked at it, and where an outcome is to be
 * looked at: the page behind the others is the sign of that.
 */
export async function closeAfterWork(page: WorkPage): Promise<void> {
  if (!page.document.hidden) return page.keep();
  let isOver = false;
  const before = toLookAt(await page.listJobs());
  const look = async (): Promise<void> => {
    if ((await page.hasWorkLeft()) || toLookAt(await page.listJobs()) > before || isOver) return;
    end();
    await page.deliver();
    await page.stop();
    // Who queued something while this page had the lock has opened no other page for it.
    if ((await page.hasWorkLeft()) || !page.document.hidden) page.restart();
    else page.close();
  };
  const stopListening = page.onChange(() => void look());
  const end = (): void => {
    isOver = true;
    stopListening();
  };
  page.document.addEventListener('visibilitychange', () => {
    if (isOver || page.document.hidden) return;
    end();
    page.keep();
  });
  await look();
}

/** Counts the outcomes that a user should look at, and the batches that wait for a permission. */
function toLookAt(jobs: readonly CountedJob[]): number {
  const counts = jobs.map(
    ({ job, counts: { uncertain, refused } }) => uncertain + refused + (job.state === 'not-allowed' ? 1 : 0),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
