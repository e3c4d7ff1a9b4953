import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../core/model/article.ts';
import { ClipError } from '../../core/model/failure.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';
import type { PagesRead, ReadPage } from '../../core/pages/read-pages.ts';
import type { Page } from '../dom.ts';
import { codeOf } from '../write-whole.ts';
import type { ClipReply, WorkerRequest } from './clip-worker.ts';
import { compileLater } from './compile-later.ts';

/** Threads that clip pages. */
export interface ClipPool {
  readonly jobs: number;
  /**
   * Clips a page in a thread that is free, or becomes so.
   *
   * @throws {ClipError} as `clipPage`; `too-large` also where the page needs more memory than there is.
   */
  clip(page: Page, now: Date, siteRules?: boolean, ownRules?: readonly SiteRule[]): Promise<Clipping>;
  /** Joins the pages of a story in such a thread. */
  join(pages: PagesRead): Promise<Article>;
  close(): Promise<void>;
}

export interface Clipping extends ReadPage {
  /** Wall time of the clip alone. */
  readonly milliseconds: number;
}

/**
 * Pages longer than this, in characters, are clipped by a thread of their own that is ended after it: what a usual one
 * may hold is enough for some three million characters of markup.
 */
const LARGE_PAGE = 2_500_000;

/** Memory of a thread in megabytes. A heap that may grow is left to grow: the collector works at its limit only. */
const USUAL = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
const LARGE = { maxOldGenerationSizeMb: 4096, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** How much later than by itself V8 compiles: where no core is free, its compiler is in the way of the clips. */
const BESIDE_A_FREE_CORE = 4;
const WITHOUT_A_FREE_CORE = 8;

/** How many pages are clipped at a time, where the command line does not say. */
export const DEFAULT_JOBS = availableParallelism();

/** Beside the command line: a thread loads what a clip needs, and none of the commands. */
const WORKER = new URL('clip-worker.js', import.meta.url);

/** Opens a pool; its threads are started as they are needed. */
export function openClipPool(jobs: number): ClipPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  compileLater(jobs < availableParallelism() ? BESIDE_A_FREE_CORE : WITHOUT_A_FREE_CORE);

  const turn = async (): Promise<void> => {
    while (busy >= jobs) await new Promise<void>((resolve) => waiting.push(resolve));
    busy++;
  };
  const start = (resourceLimits: typeof USUAL): Worker => {
    const worker = new Worker(WORKER, { resourceLimits });
    all.add(worker);
    worker.once('exit', () => all.delete(worker));
    return worker;
  };
  const release = (): void => {
    busy--;
    waiting.shift()?.();
  };

  const run = async (request: WorkerRequest, length: number): Promise<Clipping> => {
    await turn();
    try {
      if (length <= LARGE_PAGE) {
        const worker = idle.pop() ?? start(USUAL);
        const reply = await ask(worker, request).catch(unlessOutOfMemory);
        if (reply) {
          idle.push(worker);
          return clippingOf(reply);
        }
      }
      const large = start(LARGE);
      const reply = await ask(large, request).catch(unlessOutOfMemory);
      await large.terminate();
      if (!reply) throw new ClipError('too-large', 'out of memory');
      return clippingOf(reply);
    } finally {
      release();
    }
  };

  return {
    jobs,
    clip: (page, now, siteRules = true, ownRules = []) =>
      run({ page, now: now.getTime(), siteRules, ownRules }, page.html.length),
    async join(pages) {
      const length = pages.pages.reduce((sum, { article }) => sum + article.html.length, 0);
      return (await run({ join: pages }, length)).article;
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Asks an idle thread. @throws what ended the thread. */
function ask(worker: Worker, request: WorkerRequest): Promise<ClipReply> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
    };
    const answered = (reply: ClipReply): void => {
      done();
      resolve(reply);
    };
    const failed = (error: unknown): void => {
      done();
      reject(error);
    };
    const ended = (code: number): void => failed(new Error(`the thread that clips ended with code ${code}`));
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(request);
  });
}

function unlessOutOfMemory(error: unknown): undefined {
  if (codeOf(error) !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
}

function clippingOf(reply: ClipReply): Clipping {
  if ('article' in reply) return reply;
  throw new ClipError(reply.failure.code, reply.failure.detail);
}
