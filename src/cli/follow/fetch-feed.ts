import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { decodeFeed } from '../../feeds/decode-feed.ts';
import type { Feed } from '../../feeds/feed.ts';
import { NotAFeedError, readFeed } from '../../feeds/read-feed.ts';
import { type JudgedFetch, USER_AGENT } from '../judged-fetch.ts';
import { isPassingStatus } from '../load.ts';
import { HostRestsError, isPassingFault } from '../network/host-pace.ts';
import { networkReason } from '../network-reason.ts';

/** The largest feeds, of podcasts with thousands of parts, have some ten megabytes. */
const MOST_BYTES = 24 * 1024 * 1024;
const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,application/json;q=0.9,text/xml;q=0.9,*/*;q=0.1';

/** Thrown where a feed cannot be had; the message is a sentence. */
export class FeedError extends Error {
  /** Whether it may work later: the network, a server that fails or asks for patience. */
  readonly isPassing: boolean;

  constructor(sentence: string, { isPassing = false, cause }: { isPassing?: boolean; cause?: unknown } = {}) {
    super(sentence, { cause });
    this.isPassing = isPassing;
  }
}

export interface FetchedFeed {
  readonly feed: Feed;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface FeedRequest {
  readonly fetch: JudgedFetch;
  readonly timeoutSeconds: number;
  /** What the last answer was marked with: where it still is, the server need not send it again. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/**
 * Fetches and reads a feed.
 *
 * @returns nothing where it has not changed (304).
 * @throws {FeedError}
 */
export async function fetchFeed(url: string, request: FeedRequest): Promise<FetchedFeed | undefined> {
  const { fetch, timeoutSeconds, etag, lastModified } = request;
  const { host } = new URL(url);
  let response: Response;
  let bytes: Uint8Array;
  try {
    const headers = {
      'User-Agent': USER_AGENT,
      Accept: ACCEPT,
      ...(etag === undefined ? {} : { 'If-None-Match': etag }),
      ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
    };
    response = await fetch(url, { headers, timeout: timeoutSeconds * 1000, robots: 'ignore' });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    const reason = isLate ? `${host} did not send it within ${timeoutSeconds} seconds` : networkReason(error, host);
    const isPassing = isLate || error instanceof HostRestsError || isPassingFault(error);
    throw new FeedError(`The feed could not be fetched: ${reason}.`, { isPassing, cause: error });
  }
  if (response.status === 304) return undefined;
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trim();
    throw new FeedError(`The server answered ${status} for the feed.`, { isPassing: isPassingStatus(response.status) });
  }
  if (bytes.length > MOST_BYTES) throw new FeedError(`The feed is larger than ${MOST_BYTES / 1024 / 1024} MB.`);
  const text = decodeFeed(bytes, response.headers.get('content-type') ?? '', legacyHookDecode);
  return {
    feed: read(text, response.url),
    etag: response.headers.get('etag') ?? undefined,
    lastModified: response.headers.get('last-modified') ?? undefined,
  };
}

function read(text: string, url: string): Feed {
  try {
    return readFeed(text, url);
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw error;
    const named = feedsNamedIn(text, url);
    if (named.length > 0) throw new FeedError(`This is a web page, not a feed. Its feeds: ${named.join(' ')}`);
    throw new FeedError('This is not a feed of a known format (RSS, RDF, Atom, JSON Feed).', { cause: error });
  }
}

/** The feeds that a page names in its head. */
function feedsNamedIn(page: string, url: string): string[] {
  const links = page.slice(0, 256 * 1024).matchAll(/<link\s[^<>]{1,2000}>/gi);
  return Array.from(links, ([tag]) => tag)
    .filter((tag) => /\stype\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(tag))
    .map((tag) => /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '')
    .filter((href) => href !== '' && URL.canParse(href, url))
    .map((href) => new URL(href, url).href)
    .slice(0, 5);
}
