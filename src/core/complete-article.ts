import { readDates } from './dates/read-dates.ts';
import { toMarkdown } from './markdown/to-markdown.ts';
import type { Article, ExtractedArticle } from './model/article.ts';

/** A clip whose authors have been read. */
export type AuthoredArticle = ExtractedArticle & Pick<Article, 'authors'>;

/**
 * What is left to do of a clip once it is out of its page: its dates are read out of what the page says of them, and its
 * Markdown is written.
 *
 * @param story the tree of the article's HTML: the clip's own, or one that was parsed again.
 * @param now the time of clipping: tells a date in the future.
 */
export function completeArticle(
  { dates, undecided: _undecided, ...article }: AuthoredArticle,
  story: Element,
  now: Date,
): Article {
  const { published, modified, warnings } = readDates(dates, now);
  return {
    ...article,
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    markdown: toMarkdown(story),
    warnings: [...warnings, ...article.warnings],
  };
}
