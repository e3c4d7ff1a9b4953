import { ClipError } from '../core/model/failure.ts';
import { mapParallel } from '../delivery/map-parallel.ts';
import { decodeFeed } from '../feeds/decode-feed.ts';
import type { FeedStories } from '../feeds/stories-of-feed.ts';
import { recordFeedCheck, recordFeedFailure } from '../library/commands/feeds.ts';
import type { FeedStory, FollowedFeed } from '../library/model/followed-feed.ts';
import type { ItemFailure } from '../library/model/job.ts';
import { listFeeds } from '../library/queries/feeds.ts';
import { knownAddresses } from '../library/queries/known-addresses.ts';
import type { Changes } from '../library/store/changes.ts';
import type { Library } from '../library/store/database.ts';
import { type FetchedBytes, fetchIfChanged, PageError } from './fetch-page.ts';

export interface FeedCheckDeps {
  readonly library: Library;
  readonly changes: Changes;
  now(): number;
  isOnline(): boolean;
  /** Whether the user lets the site of an address be read. */
  mayRead(url: string): Promise<boolean>;
  newId(): string;
}

export const FEED_TYPES =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';

const HOUR = 60 * 60_000;

/** Waits after one failed check in a row, two, three …, in milliseconds. The last one counts for all that follow. */
const BACK_OFF = [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR];

/** Feeds that are read at a time. */
const AT_A_TIME = 4;

/**
 * Checks the feeds that are due, or those named, and queues new stories of those that are clipped at once. Each feed is
 * recorded by itself; what fails is recorded as well.
 *
 * @returns whether stories were queued.
 */
export async function checkFeeds(deps: FeedCheckDeps, named?: readonly string[]): Promise<boolean> {
  const feeds = await listFeeds(deps.library);
  const due = feeds.filter(({ url, state, nextAt }) =>
    named ? named.includes(url) : state === 'active' && nextAt <= deps.now(),
  );
  const queued = await mapParallel(due, AT_A_TIME, (feed) => checkFeed(deps, feed));
  return queued.includes(true);
}

/** When the next feed is due, in Unix milliseconds; nothing where none is followed. */
export async function nextFeedCheck(library: Library): Promise<number | undefined> {
  const feeds = await listFeeds(library);
  const times = feeds.filter(({ state }) => state === 'active').map(({ nextAt }) => nextAt);
  return times.length === 0 ? undefined : Math.min(...times);
}

async function checkFeed(deps: FeedCheckDeps, feed: FollowedFeed): Promise<boolean> {
  const { library, changes, now } = deps;
  const { url } = feed;
  try {
    if (!(await deps.mayRead(url))) throw new PageError('not-allowed', new URL(url).host);
    const fetched = await fetchIfChanged(url, FEED_TYPES, new AbortController().signal, feed);
    const answer = fetched && { stories: await sorted(library, await storiesIn(fetched)), ...fetched.validators };
    const jobId = await recordFeedCheck(library, url, {
      now: now(),
      nextAt: now() + HOUR,
      ...(answer ? { answer } : {}),
      queueable: await queueableOf(deps, feed, answer?.stories ?? []),
      newId: deps.newId,
    });
    changes.announce({ kind: 'feeds', ids: [url] });
    if (jobId !== undefined) changes.announce({ kind: 'jobs', ids: [jobId] });
    return jobId !== undefined;
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    await recordFailure(deps, feed, error);
    return false;
  }
}

async function storiesIn({ bytes, contentType, url }: FetchedBytes): Promise<readonly FeedStory[]> {
  try {
    return (await readFeedText(decodeFeed(bytes, contentType), url)).stories;
  } catch (error) {
    if (error instanceof ClipError) throw new PageError(error.code, error.detail);
    throw error;
  }
}

/**
 * Reads a feed for a page that has fetched it. The parser's modules are run at the first feed only: running them takes a
 * third of the time in which the background wakes up. The build keeps them in the background's one file.
 *
 * @throws {ClipError} `not-html` where the text is no feed.
 */
export async function readFeedText(text: string, url: string): Promise<FeedStories> {
  const { NotAFeedError, storiesOfFeed } = await import('../feeds/stories-of-feed.ts');
  try {
    return storiesOfFeed(text, url);
  } catch (error) {
    if (error instanceof NotAFeedError) throw new ClipError('not-html', error.message);
    throw error;
  }
}

/** Marks the stories that the library has. */
async function sorted(library: Library, stories: readonly FeedStory[]): Promise<FeedStory[]> {
  const known = await knownAddresses(
    library,
    stories.map(({ url }) => url),
  );
  return stories.map((story) => (known.has(story.url) ? { ...story, state: 'known' } : story));
}

/** A story of a site that may not be read waits in the list instead: it would hold up the whole batch. */
async function queueableOf(
  { mayRead }: FeedCheckDeps,
  { clipsAtOnce }: FollowedFeed,
  stories: readonly FeedStory[],
): Promise<ReadonlySet<string>> {
  const urls = clipsAtOnce ? stories.filter(({ state }) => state === 'new').map(({ url }) => url) : [];
  const allowed = await Promise.all(urls.map(mayRead));
  return new Set(urls.filter((_, at) => allowed[at]));
}

/** Offline nothing is known of the feed: it is checked again when the network is back. */
async function recordFailure(deps: FeedCheckDeps, feed: FollowedFeed, error: PageError): Promise<void> {
  const { library, changes, now, isOnline } = deps;
  if (error.reason === 'unreachable' && !isOnline()) return;
  const wait = BACK_OFF[Math.min(feed.failing?.attempts ?? 0, BACK_OFF.length - 1)] ?? HOUR;
  const failure: ItemFailure = { reason: error.reason, detail: error.message };
  await recordFeedFailure(library, feed.url, {
    failure,
    now: now(),
    nextAt: Math.max(now() + wait, error.retryAt ?? 0),
  });
  changes.announce({ kind: 'feeds', ids: [feed.url] });
}
