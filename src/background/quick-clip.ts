import type { Article } from '../core/model/article.ts';
import { ClipError, toFailure } from '../core/model/failure.ts';
import { injectWholeClip } from '../platform/inject-clip.ts';
import type { Tab } from '../platform/tabs.ts';
import { saveArticle } from './save-article.ts';
import { showFailed, showReading, showSaved } from './show-progress.ts';

/** Clips a tab and saves it, without the popup. The button's badge says how it goes. */
export async function quickClip(tab: Tab): Promise<void> {
  await clipAndSave(tab, ({ article }) => article);
}

/** The same with what the reader selected; with nothing selected, the whole story. */
export async function quickClipSelection(tab: Tab): Promise<void> {
  await clipAndSave(tab, ({ article, selection }) => selection ?? article);
}

type Clipped = { readonly article: Article; readonly selection?: Article };

async function clipAndSave(tab: Tab, choose: (clipped: Clipped) => Article): Promise<void> {
  await showReading(tab.id);
  try {
    const answer = await injectWholeClip(tab);
    if (!answer.ok) throw new ClipError(answer.failure.code, answer.failure.detail);
    await showSaved(tab.id, await saveArticle(choose(answer)));
  } catch (error) {
    await showFailed(tab.id, toFailure(error));
  }
}
