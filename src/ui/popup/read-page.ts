import { answerWith, type ClipAnswer } from '../../core/clip-answer.ts';
import { toFailure } from '../../core/failure.ts';
import type { BroughtParts } from '../../core/parts/brought-parts.ts';
import { injectClip } from '../../platform/inject-clip.ts';
import { loadMarkdown } from '../../platform/load-markdown.ts';
import type { Tab } from '../../platform/tabs.ts';
import { parseInert } from '../shared/parse-inert.ts';

/**
 * Clips a tab. What writes the Markdown is loaded here while the page is at work, in a process of its own, so that
 * neither waits for the other. Never rejects.
 */
export async function readPage(tab: Tab): Promise<ClipAnswer> {
  try {
    const [answer, { toMarkdown }] = await Promise.all([injectClip(tab), loadWriter()]);
    return answerWith(answer, (article) => ({ ...article, markdown: toMarkdown(parseInert(article.html)) }));
  } catch (error) {
    return { ok: false, address: tab.url, failure: toFailure(error) };
  }
}

/** Has written a line of what all stories have: what has run once is compiled. */
async function loadWriter(): Promise<BroughtParts['markdown']> {
  const writer = await loadMarkdown();
  writer.toMarkdown(
    parseInert(
      '<h2>A <em>story</em></h2><p><a href="https://example.com">Told</a> <b>twice</b>, <code>so</code>.<ul><li>1.',
    ),
  );
  return writer;
}
