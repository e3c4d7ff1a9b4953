import { lettersOf } from '../text/text-folding.ts';

const ARTICLE =
  /"@type"\s*:\s*(?:\[[^\]]*)?"(?:\w*NewsArticle|BlogPosting|Article|TechArticle|ScholarlyArticle|Report|Review|HowTo)"/;
const LIST = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:CollectionPage|SearchResultsPage)"/;

/** Classes that content systems put on the body of a page that lists stories. */
const LIST_CLASS = /(?:^|\s)(?:archive|blog|home|category|tag|search|search-results|listing|page-category)(?:\s|$)/i;

/** So many headings that are links to stories are a list. */
const MANY = 4;
const TEASER = ':is(h2, h3, h4) > a[href], a[href] > :is(h2, h3, h4)';
const BESIDE =
  'nav, aside, footer, [role="complementary"], [class*="related" i], [class*="recommend" i], [id*="related" i]';

/**
 * True for a page that lists stories: a category, an archive, results of a search. Its further pages list other stories.
 *
 * @param titles what the page calls itself.
 */
export function isListOfStories(document: Document, titles: readonly string[]): boolean {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const stated = scripts.map(({ textContent }) => textContent ?? '').join('\n');
  if (LIST.test(stated)) return true;
  if (ARTICLE.test(stated) || document.querySelector('meta[property="og:type" i][content="article" i]')) return false;
  if (LIST_CLASS.test(document.body?.getAttribute('class') ?? '')) return true;
  const own = titles.map(lettersOf);
  const teasers = Array.from(document.querySelectorAll(TEASER)).filter(
    (teaser) => !teaser.closest(BESIDE) && !own.some((title) => title.includes(lettersOf(teaser.textContent ?? ''))),
  );
  return teasers.length >= MANY;
}
