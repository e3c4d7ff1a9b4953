import { lettersOf } from '../text/text-folding.ts';

/** Marks that a page puts on the title of a story's second page. */
const PAGE_MARK =
  /\s*[-–—|:：,，·_/（(【[]*\s*(?:(?:page|seite|página|pagina|sida|part|teil)\s*\d{1,2}(?:\s*(?:of|von|sur|de|di|van|\/)\s*\d{1,2})?|第\s*\d{1,2}\s*[页頁]|\d{1,2}\s*(?:\/|／)\s*\d{1,2}|[(（]\d{1,2}[)）])\s*[)）】\]]*\s*/gi;
const TRAILING_NUMBER = /[\s_(（-]+\d{1,2}[)）]?$/;

/** Fewer letters say nothing: many stories are called “News”. */
const LEAST_LETTERS = 4;
/** Of two titles that begin alike, so much of the shorter must be alike. */
const ALIKE = 0.7;
const MOST_HEADINGS = 3;

/** What a page calls its story, each in its own words. */
export function titlesOf(document: Document): string[] {
  const stated = Array.from(document.querySelectorAll('meta[property="og:title"], meta[name="twitter:title"]'));
  const headings = Array.from(document.querySelectorAll('h1')).slice(0, MOST_HEADINGS);
  const titles = [
    ...stated.map((meta) => meta.getAttribute('content') ?? ''),
    ...[...headings, ...Array.from(document.querySelectorAll('head > title'))].map(
      (element) => element.textContent ?? '',
    ),
  ];
  return [...new Set(titles.map((title) => title.replace(/\s+/g, ' ').trim()))].filter((title) => title !== '');
}

/**
 * Returns whether two pages are of one story, by what they call it. A page of several may have a heading of its own; it
 * says the story's title in another place then.
 *
 * @param siteName on every page of the site: it tells no story.
 */
export function areOneStory(one: readonly string[], other: readonly string[], siteName: string): boolean {
  const site = lettersOf(siteName);
  const plain = (titles: readonly string[]): string[] =>
    titles.map(plainTitle).filter((title) => title.length >= LEAST_LETTERS && title !== site);
  const [ones, others] = [plain(one), plain(other)];
  return ones.some((a) => others.some((b) => isAlike(a, b)));
}

function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.includes(short)) return short.length * 3 >= long.length;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= short.length * ALIKE && same >= LEAST_LETTERS * 2;
}

function plainTitle(title: string): string {
  return lettersOf(title.replace(PAGE_MARK, ' ').trim().replace(TRAILING_NUMBER, ''));
}
