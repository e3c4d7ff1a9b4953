import { clipTab } from '../../app/clip-tab.ts';
import { answerWith } from '../../core/model/answer-with.ts';
import type { ClipAnswer } from '../../core/model/clip-answer.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { RegisteredModules } from '../../core/modules/registered-modules.ts';
import { loadCompletion } from '../../platform/load-completion.ts';
import type { Tab } from '../../platform/tabs.ts';
import { parseInert } from '../shared/parse-inert.ts';

/**
 * Clips a tab. What finishes the clip is loaded here while the page is at work, in a process of its own, so that neither
 * waits for the other. Never rejects.
 */
export async function readPage(tab: Tab): Promise<ClipAnswer> {
  const now = new Date();
  try {
    const [answer, { completeArticle }] = await Promise.all([clipTab(tab), loadWarmedUp(now)]);
    return answerWith(answer, (article) => completeArticle(article, parseInert(article.html), now));
  } catch (error) {
    return { ok: false, address: tab.url, failure: toFailure(error) };
  }
}

async function loadWarmedUp(now: Date): Promise<RegisteredModules['complete']> {
  const finish = await loadCompletion();
  finish.warmUp(parseInert, now);
  return finish;
}
