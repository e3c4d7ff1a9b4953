import type { Article } from '../core/model/article.ts';
import { type Draft, draftOf } from '../core/model/draft.ts';

/**
 * The draft of a clip that nobody has edited.
 *
 * @param now the time of clipping, in Unix milliseconds. Its offset is that of the clock of this computer.
 */
export function freshDraft(article: Article, now: number): Draft {
  return draftOf(article, now, -new Date(now).getTimezoneOffset());
}
