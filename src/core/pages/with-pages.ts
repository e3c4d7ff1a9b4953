import type { Article, ArticleWarning } from '../model/article.ts';

/** Warnings that one page of several has for no reason of the whole story. */
const OF_ONE_PAGE: readonly ArticleWarning[] = ['body-short', 'pages-missing'];

/** The article with what it says of its pages. @param joined the numbers of those that are in it. */
export function withPages(article: Article, joined: readonly number[], missing: readonly number[]): Article {
  const isWhole = missing.length === 0;
  if (joined.length === 1 && isWhole) return article;
  const others = article.warnings.filter((warning) => !OF_ONE_PAGE.includes(warning));
  return {
    ...article,
    pages: { joined, missing },
    warnings: isWhole ? others : ['pages-missing', ...others],
  };
}
