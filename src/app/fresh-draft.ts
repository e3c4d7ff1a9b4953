import type { Article } from '../core/model/article.ts';
import { type Draft, draftOf } from '../core/model/draft.ts';
import { tagsWithDefaults } from '../core/sites/site-defaults-for.ts';

/**
 * The draft of a clip that nobody has edited.
 *
 * @param now the time of clipping, in Unix milliseconds. Its offset is that of the clock of this computer.
 * @param siteTags that the settings add to the site's posts.
 */
export function freshDraft(article: Article, now: number, siteTags: readonly string[] = []): Draft {
  const draft = draftOf(article, now, -new Date(now).getTimezoneOffset());
  return { ...draft, tags: tagsWithDefaults(draft.tags, { tags: siteTags }) };
}
