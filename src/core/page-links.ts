import { baseOf } from './text/addresses.ts';

/** An address with the words that name it. */
export interface NamedAddress {
  readonly url: string;
  readonly title: string;
}

/** What a page leads to. */
export interface PageLinks {
  readonly title: string;
  /** In the order of the page, each address once. */
  readonly links: readonly NamedAddress[];
  /** What the page says its feeds are: `<link rel="alternate">`. */
  readonly feeds: readonly NamedAddress[];
}

const FEED_TYPES = /^(?:application\/(?:rss|atom|feed)\+(?:xml|json)|application\/json|text\/xml|application\/xml)$/i;
const MOST_LINKS = 5_000;
const LONGEST_TITLE = 300;

/** The web addresses that a page links to, and its feeds. The page is only read. @param address of the page. */
export function linksOfPage(root: Element, address: string): PageLinks {
  const base = baseOf(root, address);
  const links = Array.from(root.querySelectorAll('a[href]')).map((link) => ({
    url: webAddress(link.getAttribute('href') ?? '', base),
    title: titleOf(link),
  }));
  const feeds = Array.from(root.querySelectorAll('link[rel~="alternate" i][href]'))
    .filter((link) => FEED_TYPES.test((link.getAttribute('type') ?? '').trim()))
    .map((link) => ({
      url: webAddress(link.getAttribute('href') ?? '', base),
      title: oneLine(link.getAttribute('title') ?? ''),
    }));
  const title = oneLine(root.querySelector('head > title')?.textContent ?? '');
  const here = withoutFragment(address);
  return {
    title,
    links: eachOnce(links)
      .filter(({ url }) => url !== here)
      .slice(0, MOST_LINKS),
    feeds: eachOnce(feeds),
  };
}

function webAddress(href: string, base: string): string {
  if (!URL.canParse(href.trim(), base)) return '';
  const url = new URL(href.trim(), base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? withoutFragment(url.href) : '';
}

/** A fragment names a part of a page, unless the page is drawn by it (`#!/`, `#/`). */
export function withoutFragment(address: string): string {
  const hash = address.search(/#(?![!/])/);
  return hash < 0 ? address : address.slice(0, hash);
}

/** A link that is a picture is named by what the picture shows. */
function titleOf(link: Element): string {
  const text = oneLine(link.textContent);
  return text !== '' ? text : oneLine(link.querySelector('img[alt]')?.getAttribute('alt') ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
}

/** Of several links to one address the longest title counts: a teaser has a picture, a headline and “more”. */
function eachOnce(addresses: readonly NamedAddress[]): NamedAddress[] {
  const titles = new Map<string, string>();
  for (const { url, title } of addresses) {
    if (url === '') continue;
    const known = titles.get(url);
    if (known === undefined || title.length > known.length) titles.set(url, title);
  }
  return [...titles].map(([url, title]) => ({ url, title }));
}
