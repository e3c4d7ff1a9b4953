import type { Article, PageArticle } from '../article.ts';
import { toMarkdown } from './to-markdown.ts';

/**
 * A clip with its Markdown.
 *
 * @param story the tree of the article's HTML: the clip's own, or one that was parsed again.
 */
export function withMarkdown(article: PageArticle, story: Element): Article {
  return { ...article, markdown: toMarkdown(story) };
}
