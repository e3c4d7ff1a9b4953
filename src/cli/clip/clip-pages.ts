import { postFiles } from '../../core/post/post-files.ts';
import { reportOf } from '../clip-report.ts';
import { complain } from '../complain.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { GitCheckout } from '../git/git-checkout.ts';
import type { Journal } from '../lists/journal.ts';
import type { PageInput } from '../lists/page-input.ts';
import { isBatchFull } from '../places/is-batch-full.ts';
import type { Place, SavedPost } from '../places/place.ts';
import { mapInOrder } from '../pool/map-in-order.ts';
import { openProgress } from '../progress.ts';
import { withoutPassword } from '../without-password.ts';
import type { ClipMeans } from './clip-means.ts';
import { type Clipped, clipOne, sayProblems } from './clip-one.ts';

/** Where clips go. */
export interface ClipSinks {
  readonly place?: Place;
  readonly checkout?: GitCheckout;
  readonly journal?: Journal;
  readonly json: boolean;
}

type Outcome =
  | { readonly page: PageInput; readonly clipped: Clipped }
  | { readonly page: PageInput; readonly error: unknown };

/**
 * Clips pages, some at a time, and saves and reports them in their order.
 *
 * @returns how many failed.
 */
export async function clipPages(pages: readonly PageInput[], means: ClipMeans, sinks: ClipSinks): Promise<number> {
  const run = new Run(sinks, pages.length);
  const work = async (page: PageInput): Promise<Outcome> => {
    try {
      return { page, clipped: await clipOne(page, means) };
    } catch (error) {
      return { page, error };
    }
  };
  for await (const outcome of mapInOrder(pages, means.pool.jobs, work)) await run.take(outcome);
  await run.flush();
  return run.failed;
}

/** What comes of the pages of one run. */
class Run {
  failed = 0;
  #done = 0;
  #waiting: { readonly page: PageInput; readonly clipped: Clipped }[] = [];
  readonly #sinks: ClipSinks;
  readonly #progress;

  constructor(sinks: ClipSinks, total: number) {
    this.#sinks = sinks;
    this.#progress = openProgress(total);
  }

  async take(outcome: Outcome): Promise<void> {
    this.#progress.clear();
    if ('clipped' in outcome) {
      sayProblems(outcome.clipped);
      this.#waiting.push(outcome);
      if (this.#isDue()) await this.flush();
    } else await this.#fail(outcome.page, outcome.error);
    this.#progress.done(++this.#done, withoutPassword(outcome.page.input));
  }

  /** Saves what waits. */
  async flush(): Promise<void> {
    this.#progress.clear();
    const waiting = this.#waiting;
    this.#waiting = [];
    const outcomes = await this.#saved(waiting.map(({ clipped }) => clipped));
    for (const [at, { page, clipped }] of waiting.entries()) {
      const saved = outcomes[at];
      if (saved?.status === 'fulfilled') await this.#report(page, clipped, saved.value);
      else await this.#fail(page, saved?.reason);
    }
  }

  #isDue(): boolean {
    const waiting = this.#waiting.map(({ clipped }) => clipped);
    return isBatchFull(this.#sinks.place ?? { batchSize: 1 }, waiting);
  }

  async #saved(clipped: readonly Clipped[]): Promise<PromiseSettledResult<SavedPost>[]> {
    if (clipped.length === 0) return [];
    if (this.#sinks.place) return this.#sinks.place.save(clipped);
    return clipped.map(({ post }) => ({ status: 'fulfilled', value: { path: post.path, isLeft: false } }));
  }

  async #report(page: PageInput, clipped: Clipped, { path, isLeft }: SavedPost): Promise<void> {
    const { label, article, post, problems, pictures } = clipped;
    const { checkout, journal, json, place } = this.#sinks;
    // What another hand has changed in a file that was left is not this run's to commit.
    if (!isLeft) await checkout?.note([...postFiles(post, pictures ?? new Map(), path)].map((file) => file.path));
    await journal?.saved(page.input, path);
    if (json) {
      const { url, warnings } = article;
      const report = reportOf(article, { ...post, path });
      const line = { input: label, url, path, ...report, warnings, problems, error: null };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    } else process.stdout.write(place ? `${path}\n` : post.text);
  }

  async #fail(page: PageInput, error: unknown): Promise<void> {
    this.failed++;
    const label = withoutPassword(page.input);
    const reason = failureSentence(error);
    complain(label, reason);
    await this.#sinks.journal?.failed(page.input, reason);
    if (this.#sinks.json) process.stdout.write(`${JSON.stringify({ input: label, error: reason })}\n`);
  }
}
