import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Article } from '../../core/model/article.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';
import { clipPage, type Page } from '../dom.ts';
import { pageParser } from '../page-parser.ts';

/** What a worker is asked for. */
export interface ClipRequest {
  readonly page: Page;
  /** Unix milliseconds. */
  readonly now: number;
  readonly siteRules: boolean;
  /** The user's own. */
  readonly ownRules: readonly SiteRule[];
}

/** Its answer. */
export type ClipReply =
  | { readonly article: Article; readonly milliseconds: number }
  | { readonly failure: Failure; readonly milliseconds: number };

/** Clips what the thread that started this one sends, one page at a time. */
export function serveClips(): void {
  const port = parentPort;
  port?.on('message', (request: ClipRequest) => void answer(port, request));
}

async function answer(port: MessagePort, { page, now, siteRules, ownRules }: ClipRequest): Promise<void> {
  await pageParser(); // The first page does not count for the time that jsdom takes to load.
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  try {
    const article = await clipPage(page, new Date(now), siteRules, ownRules);
    port.postMessage({ article, milliseconds: elapsed() } satisfies ClipReply);
  } catch (error) {
    port.postMessage({ failure: toFailure(error), milliseconds: elapsed() } satisfies ClipReply);
  }
}
