import { answerWith, type ClipAnswer } from '../../core/clip-answer.ts';
import { toFailure } from '../../core/failure.ts';
import type { BroughtParts } from '../../core/parts/brought-parts.ts';
import { injectClip } from '../../platform/inject-clip.ts';
import { loadFinish } from '../../platform/load-finish.ts';
import type { Tab } from '../../platform/tabs.ts';
import { parseInert } from '../shared/parse-inert.ts';

/**
 * Clips a tab. What finishes the clip is loaded here while the page is at work, in a process of its own, so that neither
 * waits for the other. Never rejects.
 */
export async function readPage(tab: Tab): Promise<ClipAnswer> {
  const now = new Date();
  try {
    const [answer, { finishArticle }] = await Promise.all([injectClip(tab), loadRehearsed(now)]);
    return answerWith(answer, (article) => finishArticle(article, parseInert(article.html), now));
  } catch (error) {
    return { ok: false, address: tab.url, failure: toFailure(error) };
  }
}

async function loadRehearsed(now: Date): Promise<BroughtParts['finish']> {
  const finish = await loadFinish();
  finish.rehearseFinish(parseInert, now);
  return finish;
}
