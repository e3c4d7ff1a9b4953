import type { Article } from '../model/article.ts';
import type { ReadPage } from './read-pages.ts';
import { withPages } from './with-pages.ts';

/** Returns the article of a page alone. It names the other pages of its story as missing, where there are any. */
export function asOnePage({ article, seen: { current, total } }: ReadPage): Article {
  const numbers = Array.from({ length: total }, (_, at) => at + 1);
  return withPages(
    article,
    [current],
    numbers.filter((number) => number !== current),
  );
}
