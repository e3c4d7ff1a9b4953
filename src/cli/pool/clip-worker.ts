import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Article } from '../../core/model/article.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import type { PagesSeen } from '../../core/model/pages-seen.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';
import type { PagesRead, ReadPage } from '../../core/pages/read-pages.ts';
import { joinStoryPages, type Page, readStoryPage } from '../dom.ts';

/** What a worker is asked for: to clip a page, or to join those of a story. */
export type WorkerRequest = ClipRequest | { readonly join: PagesRead };

export interface ClipRequest {
  readonly page: Page;
  /** Unix milliseconds. */
  readonly now: number;
  readonly siteRules: boolean;
  /** The user's own. */
  readonly ownRules: readonly SiteRule[];
}

/** What is joined has no further pages. */
const NO_PAGES: PagesSeen = { titles: [], current: 1, others: [], total: 1 };

/** Its answer. */
export type ClipReply =
  | { readonly article: Article; readonly seen: PagesSeen; readonly milliseconds: number }
  | { readonly failure: Failure; readonly milliseconds: number };

async function answer(port: MessagePort, request: WorkerRequest): Promise<void> {
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  try {
    const read = await ('join' in request ? joined(request.join) : clipped(request));
    port.postMessage({ ...read, milliseconds: elapsed() } satisfies ClipReply);
  } catch (error) {
    port.postMessage({ failure: toFailure(error), milliseconds: elapsed() } satisfies ClipReply);
  }
}

function clipped({ page, now, siteRules, ownRules }: ClipRequest): Promise<ReadPage> {
  return readStoryPage(page, new Date(now), siteRules, ownRules);
}

async function joined(pages: PagesRead): Promise<ReadPage> {
  return { article: await joinStoryPages(pages), seen: NO_PAGES };
}

// Clips what the thread that started this one sends, one page at a time.
const port = parentPort;
port?.on('message', (request: WorkerRequest) => void answer(port, request));
