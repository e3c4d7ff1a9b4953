import type { AuthoredArticle } from './complete-article.ts';
import type { ExtractedArticle } from './model/article.ts';
import type { Modules } from './model/modules.ts';

/**
 * Returns a clip with its authors, read out of what its page says of them unless the page has read them.
 *
 * @throws {Error} where the module `authors` is needed and absent.
 */
export function authoredArticle({ authors, ...article }: ExtractedArticle, modules: Partial<Modules>): AuthoredArticle {
  if ('value' in authors) return { ...article, authors };
  if (!modules.authors) throw new Error('the module that reads authors is not there');
  return { ...article, authors: modules.authors.readAuthors(authors, modules) };
}
