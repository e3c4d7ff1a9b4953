import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { cleanLine } from '../core/text/clean-text.ts';
import { decodeEntities } from '../core/text/html-entities.ts';
import type { Feed, FeedItem } from './feed.ts';
import { longest, textAsHtml, videoDescription } from './item-text.ts';
import { plainTitle } from './plain-title.ts';
import { baseAddress, storyAddress } from './story-address.ts';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;
type AtomEntry = AtomFeed.Entry<string>;
type JsonItem = JsonFeed.Item<string>;
type Media = NonNullable<RssItem['media']>;

/** Nothing in the text is a feed of a known format. */
export class NotAFeedError extends Error {}

/**
 * Reads a feed: RSS 2.0 and older, RSS 1.0 (RDF), Atom, JSON Feed.
 *
 * @param text as `decodeFeed` returns it.
 * @param url the address that it was fetched from at last.
 * @throws {NotAFeedError}
 */
export function readFeed(text: string, url: string): Feed {
  const feed = read(text, url);
  return { ...feed, items: knownByOwnIds(atOriginalAddresses(feed.items, text)) };
}

/**
 * Feed proxies lead to a story by an address of their own and name the story's in `feedburner:origLink`, which the parser
 * passes over. Taken where each item is found again in the text.
 */
function atOriginalAddresses(items: readonly FeedItem[], text: string): readonly FeedItem[] {
  if (!text.includes(':origLink>')) return items;
  const parts = text.match(/<(item|entry)\b[\s\S]*?<\/\1>/g) ?? [];
  if (parts.length !== items.length) return items;
  return items.map((item, at) => {
    const [, stated = ''] = /<[\w-]+:origLink\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]+)/.exec(parts[at] ?? '') ?? [];
    const url = storyAddress(decodeEntities(stated), item.base);
    return url === undefined ? item : { ...item, url };
  });
}

/** Some programs write one guid for all items: what is said of several items tells none of them. */
function knownByOwnIds(items: readonly FeedItem[]): FeedItem[] {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  return items.map((item) => ((counts.get(item.id) ?? 0) > 1 ? { ...item, id: item.url ?? item.id } : item));
}

function read(text: string, url: string): Feed {
  const base = baseAddress(url, rootBase(text));
  const { format, feed } = parse(text);
  switch (format) {
    case 'rss':
      return {
        format,
        title: plainTitle(feed.title ?? ''),
        language: languageOf(feed.language ?? feed.dc?.languages?.[0]),
        items: (feed.items ?? []).map((item) => rssItem(item, base)),
      };
    case 'rdf':
      return {
        format,
        title: plainTitle(feed.title ?? ''),
        language: languageOf(feed.dc?.languages?.[0]),
        items: (feed.items ?? []).map((item) => rdfItem(item, base)),
      };
    case 'atom': {
      const authors = namesOf(feed.authors ?? []);
      return {
        format,
        title: plainTitle(feed.title?.value ?? ''),
        language: languageOf(feed.xml?.lang),
        items: (feed.entries ?? []).map((entry) => atomItem(entry, baseAddress(base, feed.xml?.base), authors)),
      };
    }
    case 'json': {
      const authors = namesOf(feed.authors ?? []);
      return {
        format,
        title: cleanLine(feed.title ?? ''),
        language: languageOf(feed.language),
        items: (feed.items ?? []).map((item) => jsonItem(item, base, authors)),
      };
    }
  }
}

function parse(text: string) {
  try {
    return parseFeed(text);
  } catch (error) {
    throw new NotAFeedError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** `xml:base` of an RSS document's root or channel, which the parser passes over. */
function rootBase(text: string): string | undefined {
  const root = /<(?:rss|rdf:RDF|channel)\b[^>]{0,2000}?\sxml:base\s*=\s*["']([^"']{1,2000})["']/i.exec(
    text.slice(0, 8192),
  );
  return root?.[1];
}

function rssItem(item: RssItem, feedBase: string): FeedItem {
  const { guid, dc, media } = item;
  const base = baseAddress(feedBase, item.xml?.base);
  // A guid is an address unless the feed says that it is not (RSS 2.0).
  const permalink = guid?.isPermaLink === false ? undefined : webAddress(guid?.value);
  const atomLink = alternateOf(item.atom?.links ?? []);
  const url = storyAddress(item.link || atomLink || permalink, base);
  const html = longest(item.content?.encoded, item.description) || videoDescription(media, url);
  return {
    ...identified(guid?.value, url),
    title: plainTitle(item.title ?? dc?.titles?.[0] ?? ''),
    authors: firstNames(
      dc?.creators,
      (item.authors ?? []).map(({ name, email }) => name ?? email),
    ),
    tags: lines([...(item.categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? [])]),
    date: item.pubDate ?? dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published ?? '',
    html,
    base,
    ...pictureOf(media, item.enclosures ?? [], base),
    isVideo: isVideo(media, item.content?.encoded ?? item.description),
  };
}

function rdfItem(item: RdfItem, feedBase: string): FeedItem {
  const { dc, media } = item;
  const base = baseAddress(feedBase, item.xml?.base);
  const about = webAddress(item.rdf?.about);
  return {
    ...identified(item.rdf?.about, storyAddress(item.link || about, base)),
    title: plainTitle(item.title ?? dc?.titles?.[0] ?? ''),
    authors: lines(dc?.creators ?? []),
    tags: lines(dc?.subjects ?? []),
    date: dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? '',
    html: longest(item.content?.encoded, item.description),
    base,
    ...pictureOf(media, [], base),
    isVideo: false,
  };
}

function atomItem(entry: AtomEntry, feedBase: string, feedAuthors: readonly string[]): FeedItem {
  const { media, content, summary } = entry;
  const entryBase = baseAddress(feedBase, entry.xml?.base);
  const url = storyAddress(alternateOf(entry.links ?? []) ?? webAddress(entry.id), entryBase);
  const own = longest(constructHtml(content), constructHtml(summary));
  const authors = namesOf(entry.authors ?? entry.source?.authors ?? []);
  return {
    ...identified(entry.id, url),
    title: constructTitle(entry.title) || plainTitle(media?.groups?.[0]?.title?.value ?? ''),
    authors: firstNames(authors, entry.dc?.creators, feedAuthors),
    tags: lines((entry.categories ?? []).map(({ label, term }) => label ?? term)),
    // A change is not the publication; but an entry that was never changed may state this date alone (RFC 4287).
    date: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated ?? '',
    html: own || videoDescription(media, url),
    base: baseAddress(entryBase, (own === constructHtml(content) ? content : summary)?.xml?.base),
    ...pictureOf(media, enclosuresOf(entry.links ?? []), entryBase),
    isVideo: isVideo(media, own),
  };
}

function jsonItem(item: JsonItem, base: string, feedAuthors: readonly string[]): FeedItem {
  const url = storyAddress(item.url || webAddress(item.id) || item.external_url, base);
  const text = item.content_text === undefined ? '' : textAsHtml(item.content_text);
  const summary = item.summary === undefined ? '' : textAsHtml(item.summary);
  const picture = item.image ?? item.banner_image;
  return {
    ...identified(item.id, url),
    title: cleanLine(item.title ?? ''),
    authors: firstNames(namesOf(item.authors ?? []), feedAuthors),
    tags: lines(item.tags ?? []),
    date: item.date_published ?? item.date_modified ?? '',
    html: item.content_html?.trim() || text || summary,
    base,
    ...(picture !== undefined && URL.canParse(picture, base) ? { picture: new URL(picture, base).href } : {}),
    isVideo: false,
  };
}

function identified(id: string | undefined, url: string | undefined): Pick<FeedItem, 'id' | 'url'> {
  const guid = id?.trim() || url || '';
  return url === undefined ? { id: guid } : { id: guid, url };
}

interface FeedLink {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** Of an entry's links the story's: `alternate`, HTML before others. An enclosure, or the feed itself, is not a story. */
function alternateOf(links: readonly FeedLink[]): string | undefined {
  const alternates = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const isPage = ({ type }: FeedLink): boolean => type === undefined || /html/i.test(type);
  return (alternates.find(isPage) ?? alternates[0])?.href;
}

function enclosuresOf(links: readonly FeedLink[]) {
  return links.filter(({ rel }) => rel === 'enclosure').map(({ href, type }) => ({ url: href, type }));
}

/** The HTML of a text construct (RFC 4287, 3.1): text is escaped; HTML and XHTML come as they are. */
function constructHtml(construct: AtomFeed.Text | AtomFeed.Content | undefined): string {
  const { value = '', type = 'text' } = construct ?? {};
  return /^(?:x?html|text\/html|application\/xhtml\+xml)$/i.test(type) ? value.trim() : textAsHtml(value);
}

function constructTitle(title: AtomFeed.Text | undefined): string {
  const { value = '', type = 'text' } = title ?? {};
  return type === 'text' ? cleanLine(value) : plainTitle(value);
}

function isVideo(media: Media | undefined, ownText: string | undefined): boolean {
  const contents = (media?.groups ?? []).flatMap((group) => group.contents ?? []);
  const hasVideo = contents.some(({ medium, type = '' }) => medium === 'video' || /^video\/|flash/i.test(type));
  return hasVideo && !ownText?.trim();
}

interface Enclosure {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

function pictureOf(
  media: Media | undefined,
  enclosures: readonly Enclosure[],
  base: string,
): Pick<FeedItem, 'picture'> {
  const all = [media, ...(media?.groups ?? [])];
  const contents = all.flatMap((one) => one?.contents ?? []);
  const isPicture = ({ type = '' }: Enclosure): boolean => /^image\//i.test(type);
  const address =
    contents.find((content) => content.medium === 'image' || isPicture(content))?.url ??
    all.flatMap((one) => one?.thumbnails ?? [])[0]?.url ??
    enclosures.find(isPicture)?.url;
  return address !== undefined && URL.canParse(address, base) ? { picture: new URL(address, base).href } : {};
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^\s*https?:\/\//i.test(text) ? text : undefined;
}

function languageOf(tag: string | undefined): string {
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i.test(tag?.trim() ?? '')
    ? (tag ?? '').trim().replaceAll('_', '-')
    : '';
}

function namesOf(people: readonly { readonly name?: string | undefined }[]): string[] {
  return lines(people.map(({ name }) => name));
}

/** The first list that holds a name. */
function firstNames(...lists: readonly (readonly (string | undefined)[] | undefined)[]): string[] {
  return lists.map((list) => lines(list ?? [])).find((names) => names.length > 0) ?? [];
}

function lines(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map((text) => plainTitle(text ?? '')))].filter((text) => text !== '');
}
