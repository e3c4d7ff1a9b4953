import type { FurtherPage, PagesSeen } from '../model/pages-seen.ts';
import { baseOf } from '../text/addresses.ts';
import { isListOfStories } from './is-list-of-stories.ts';
import { isFrontPage, type PageReading, readPageAddress } from './page-address.ts';
import { type PageLink, pageLinks } from './page-links.ts';
import { statedTotal } from './stated-total.ts';
import { titlesOf } from './story-titles.ts';

/** A link that is a page of the story, as its address numbers it. */
interface Candidate {
  readonly link: PageLink;
  /** What the address has; absent on the story's own address. */
  readonly marker: number | undefined;
  readonly isNamed: boolean;
}

/**
 * Finds the further pages of the story that a page shows a part of. A link is believed where its label (`rel=next`, a
 * number, “next page”) and its address agree: the address is the page's own but for the number. Pages of comments, of
 * lists, and the next story are none.
 *
 * @param document is only read.
 * @param url the address that it was loaded from.
 */
export function findPages(document: Document, url: string): PagesSeen {
  const titles = titlesOf(document);
  const none: PagesSeen = { titles, current: 1, others: [], total: 1 };
  if (!/^https?:/.test(url)) return none;
  const links = pageLinks(document, baseOf(document.documentElement, url));
  if (links.length === 0) return none;
  const own = new URL(url);
  const readings = links.map((link) => ({ link, ways: readPageAddress(link.url) }));
  for (const way of readPageAddress(own)) {
    if (isFrontPage(way.base)) continue;
    const candidates = readings.flatMap(({ link, ways }): Candidate[] => {
      const same = ways.filter(({ base }) => base === way.base).at(-1);
      return same ? [{ link, marker: same.marker, isNamed: same.isNamed }] : [];
    });
    const pages = pagesBy(way, candidates);
    if (pages && !isListOfStories(document, titles)) return { titles, ...pages };
  }
  return none;
}

/** The pages, where the page's own address is read in one way; undefined where the links do not bear it out. */
function pagesBy(own: PageReading, all: readonly Candidate[]): Omit<PagesSeen, 'titles'> | undefined {
  const candidates = all.filter(({ link, marker }) => marker !== own.marker || link.leadsTo !== undefined);
  const marked = candidates.filter(({ marker }) => marker !== undefined && marker !== own.marker);
  if (marked.length === 0 && !candidates.some(({ marker }) => marker === undefined && own.marker !== undefined))
    return undefined;
  const offset = offsetOf(marked, own);
  if (offset === undefined) return undefined;
  const current = own.marker === undefined ? 1 : own.marker + offset;
  if (current < 1 || (own.marker !== undefined && !isBorneOut(own, candidates, offset))) return undefined;
  const others = new Map<number, string>();
  for (const { link, marker } of candidates) {
    const number = marker === undefined ? 1 : marker + offset;
    // A number that the address does not bear out is one of a footnote or of a list.
    if (link.number !== undefined && link.number !== number) continue;
    if (link.leadsTo === 'next' && number !== current + 1) continue;
    if (number !== current && number >= 1 && !others.has(number)) others.set(number, link.url.href);
  }
  if (others.size === 0 || (current === 1 && !others.has(2))) return undefined;
  const pages: FurtherPage[] = [...others].map(([number, url]) => ({ number, url }));
  pages.sort((a, b) => a.number - b.number);
  const stated = statedTotal(candidates.map(({ link }) => link.element)) ?? 0;
  return { current, others: pages, total: Math.max(current, stated, pages.at(-1)?.number ?? 1) };
}

/**
 * What is to be added to an address's number to have the page's: most sites write page 2 as 2, some as 1. Undefined where
 * labels and addresses do not agree.
 */
function offsetOf(marked: readonly Candidate[], own: PageReading): 0 | 1 | undefined {
  const numbered = marked.filter(({ link }) => link.number !== undefined);
  const offsets = numbered.map(({ link, marker }) => (link.number ?? 0) - (marker ?? 0));
  for (const offset of [0, 1] as const) {
    if (offsets.filter((one) => one === offset).length * 2 > offsets.length) return offset;
  }
  if (numbered.length > 0) return undefined;
  const next = marked.find(({ link }) => link.leadsTo === 'next');
  if (own.marker === undefined) {
    if (next?.marker === 2) return 0;
    return next?.marker === 1 ? 1 : undefined;
  }
  return 0;
}

/**
 * True where something besides the two numbers says that an address with a number is a page: ids and days are numbered in
 * the same way, and the next one is the next story.
 */
function isBorneOut(own: PageReading, candidates: readonly Candidate[], offset: number): boolean {
  if (own.isNamed) return true;
  return candidates.some(({ link, marker }) => {
    const number = marker === undefined ? 1 : marker + offset;
    return number === 1 && (link.number === 1 || (link.leadsTo === 'previous' && marker === undefined));
  });
}
