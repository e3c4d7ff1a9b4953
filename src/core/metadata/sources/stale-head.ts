import { plainWords } from '../../text/text-folding.ts';
import { isTrackingParameter } from '../../text/tracking-parameters.ts';
import { readHeadings } from '../headline.ts';
import { matchesHost } from '../matches-host.ts';
import { titleUnits } from '../title-units.ts';
import { attributeOf } from './elements.ts';
import { type JsonLd, type JsonNode, stringOf } from './json-ld.ts';
import { firstMeta, type MetaTags } from './meta-tags.ts';
import type { PageText } from './page-text.ts';

/** What the head of a page says of its story. */
interface Head {
  readonly meta: MetaTags;
  readonly jsonLd: JsonLd;
  readonly titleElement: string;
  /** The head describes another story than the one that is shown, so its statements about the story are dropped. */
  readonly isStale: boolean;
}

/** What a page is read for here. */
interface ShownPage {
  readonly root: Element;
  readonly url: URL;
  readonly page: PageText;
}

/** Meta tags that describe the site, whatever the story. */
const OF_SITE = new Set([
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'al:android:app_name',
  'content-language',
  'language',
  'og:locale',
]);
/** Shorter words are in every headline. */
const SHORT_WORD = 3;
/** A shown headline that shares more of its words with the head is that story's under another title. */
const MOST_SHARED = 0.4;

/**
 * Sites that change the story with `history.pushState` leave the head of the first one: its canonical address, its titles, its
 * date. Where the head names another address than the page's and another story than the headline shows, what is said of the
 * story is dropped; what is said of the site stays.
 */
export function withoutStaleHead(head: Omit<Head, 'isStale'>, shown: ShownPage): Head {
  const { meta, jsonLd, titleElement } = head;
  const addresses = [...canonicalLinks(shown.root), firstMeta(meta, ['og:url']), ...jsonLd.articles.map(addressOf)];
  if (!addresses.some((address) => isOtherStory(address, shown.url))) return { ...head, isStale: false };
  const titles = [firstMeta(meta, ['og:title']), ...jsonLd.articles.map(titleOf)].filter((title) => title !== '');
  const headlines = shownHeadlines(shown, firstMeta(meta, ['og:site_name']));
  const isContradicted = (title: string): boolean =>
    headlines.length > 0 && headlines.every((headline) => shares(headline, title) < MOST_SHARED);
  if (titles.length === 0 || !titles.every(isContradicted)) return { ...head, isStale: false };
  const isOfShown = (node: JsonNode): boolean => addressOf(node) !== '' && !isOtherStory(addressOf(node), shown.url);
  return {
    meta: new Map([...meta].filter(([name]) => OF_SITE.has(name))),
    jsonLd: {
      ...jsonLd,
      articles: jsonLd.articles.filter(isOfShown),
      pages: jsonLd.pages.filter(isOfShown),
      videos: [],
    },
    titleElement: isContradicted(titleElement) ? '' : titleElement,
    isStale: true,
  };
}

/** The first-level headings of the page's main part, without the site's name; headings of the second level where it has none. */
function shownHeadlines({ page, url }: ShownPage, siteName: string): string[] {
  const headings = [...readHeadings(page)].filter(
    ({ mark, text }) =>
      mark.region === 'main' && plainWords(text) !== plainWords(siteName) && !matchesHost(text, url.hostname),
  );
  const level = headings.some((heading) => heading.level === 1) ? 1 : 2;
  return headings.filter((heading) => heading.level === level).map(({ text }) => text);
}

/** How many of their units two titles have in common: 0–1. */
function shares(first: string, second: string): number {
  const [one, other] = [first, second].map((title) => titleUnits(plainWords(title), isTelling));
  if (!one || !other) return 0;
  const shared = [...one].filter((unit) => other.has(unit)).length;
  return shared / Math.max(Math.min(one.size, other.size), 1);
}

function isTelling(word: string): boolean {
  return word.length > SHORT_WORD || !/[a-z]/.test(word);
}

/** Whether an address names another page than the one that was clipped. A front page, and the same path below another, do not. */
function isOtherStory(address: string, page: URL): boolean {
  if (address === '' || !URL.canParse(address, page.href)) return false;
  const url = new URL(address, page.href);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  const [path, own] = [pathOf(url), pathOf(page)];
  if (!isHttp || path === '' || own.endsWith(path) || path.endsWith(own))
    return isHttp && path === own && hasOtherQuery(url, page);
  return true;
}

function hasOtherQuery(url: URL, page: URL): boolean {
  const [one, other] = [queryOf(url), queryOf(page)];
  return one !== '' && other !== '' && one !== other;
}

function queryOf({ searchParams }: URL): string {
  return [...searchParams].filter(([name]) => !isTrackingParameter(name)).join('&');
}

function pathOf({ pathname }: URL): string {
  return pathname.toLowerCase().replace(/\/(?:index\.\w+)?$/, '');
}

function canonicalLinks(root: Element): string[] {
  return [...root.querySelectorAll('link[rel~="canonical" i]')].map((link) => attributeOf(link, 'href') ?? '');
}

function addressOf(node: JsonNode): string {
  return (
    ['mainEntityOfPage', 'url'].map((key) => stringOf(node, key, ['@id', 'url'])).find((text) => text !== '') ?? ''
  );
}

function titleOf(node: JsonNode): string {
  return stringOf(node, 'headline') || stringOf(node, 'name');
}
