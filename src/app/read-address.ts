import { linksOfPage, type PageLinks } from '../core/page-links.ts';
import { pageEncoding } from '../core/text/page-encoding.ts';
import type { FeedStories } from '../feeds/stories-of-feed.ts';
import { askBackground } from './ask-background.ts';
import type { ParsePage } from './clip-fetched-page.ts';
import { type FetchedBytes, fetchPage, PageError, type Validators } from './fetch-page.ts';

/** What is at an address: a page with its links, or a feed with its stories. */
export type AddressContents =
  | { readonly kind: 'page'; readonly url: string; readonly page: PageLinks }
  | ({ readonly kind: 'feed'; readonly url: string; readonly validators: Validators } & FeedStories);

const ACCEPT =
  'text/html,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';
const FEED_START = /^\s*(?:<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b|\{)/i;
const XHTML_START = /^[^>]*>\s*(?:<!--.*?-->\s*)*<!doctype html|<html\b/is;

/**
 * Fetches an address and says what its page or its feed leads to.
 *
 * @throws {PageError} {ClipError} where there is neither.
 */
export async function readAddress(url: string, parse: ParsePage, signal: AbortSignal): Promise<AddressContents> {
  const fetched = await fetchPage(url, ACCEPT, signal);
  const start = new TextDecoder('latin1').decode(fetched.bytes.subarray(0, 1024)).replaceAll('\0', '');
  const isFeed = FEED_START.test(start.replace(/^(?:ï»¿|ÿþ|þÿ)/, '')) && !XHTML_START.test(start);
  return isFeed ? readAsFeed(fetched) : readAsPage(fetched, parse);
}

function readAsPage({ bytes, contentType, url }: FetchedBytes, parse: ParsePage): AddressContents {
  if (/^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|octet-stream)/i.test(contentType)) {
    throw new PageError('not-html', contentType);
  }
  const document = parse(new TextDecoder(pageEncoding(bytes, contentType, url)).decode(bytes));
  return { kind: 'page', url, page: linksOfPage(document.documentElement, url) };
}

/** @throws {ClipError} `not-html` where it is no feed after all. */
async function readAsFeed({ bytes, contentType, url, validators }: FetchedBytes): Promise<AddressContents> {
  const { decodeFeed } = await import('../feeds/decode-feed.ts');
  return { kind: 'feed', url, validators, ...(await askBackground('readFeed', decodeFeed(bytes, contentType), url)) };
}
