import { answerWith, type ClipAnswer } from '../../core/clip-answer.ts';
import { toFailure } from '../../core/failure.ts';
import { injectClip } from '../../platform/inject-clip.ts';
import { loadMarkdown } from '../../platform/load-markdown.ts';
import type { Tab } from '../../platform/tabs.ts';
import { parseInert } from '../shared/parse-inert.ts';

/**
 * Clips a tab. What writes the Markdown is loaded here while the page is at work, in a process of its own, so that
 * neither waits for the other. Never rejects.
 */
export async function readPage(tab: Tab): Promise<ClipAnswer> {
  const loading = loadMarkdown();
  const answer = await injectClip(tab);
  try {
    const { withMarkdown } = await loading;
    return answerWith(answer, (article) => withMarkdown(article, parseInert(article.html)));
  } catch (error) {
    return { ok: false, address: answer.address, failure: toFailure(error) };
  }
}
