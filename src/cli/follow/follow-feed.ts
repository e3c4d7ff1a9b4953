import type { FeedItem } from '../../feeds/feed.ts';
import { type DateContext, readFeedDate } from '../../feeds/feed-date.ts';
import { isWanted } from '../../feeds/is-wanted.ts';
import type { Subscription } from '../../feeds/subscription.ts';
import { urlKeyOf } from '../../library/model/identity.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';
import { type ClipDeps, type ClippedStory, clipStory, type Story } from './clip-story.ts';
import { FeedError, type FetchedFeed, fetchFeed } from './fetch-feed.ts';
import type { FeedReport, StoryReport } from './follow-report.ts';
import { type FeedState, type FollowState, waitingOutcome, waitsSince } from './follow-state.ts';
import type { KnownStories } from './known-stories.ts';

/** After so many milliseconds a feed that fails is named. */
const WEEK = 7 * 24 * 60 * 60_000;

export interface FollowDeps extends ClipDeps {
  readonly state: FollowState;
  readonly known: KnownStories;
  /** Stories before it, in Unix milliseconds, are passed over. */
  readonly since?: number | undefined;
  /** How many new stories of a feed are clipped, where its subscription does not say. */
  readonly max?: number | undefined;
  /** Names what would be clipped, and changes nothing. */
  readonly isDryRun: boolean;
  /** Writes the post. @returns its path below the place. */
  readonly save: (clipped: ClippedStory, story: Story) => Promise<string>;
  readonly progress: (label: string) => void;
}

/** Lists that grow while a feed is followed. */
interface Found {
  readonly saved: StoryReport[];
  readonly waiting: StoryReport[];
  readonly refused: StoryReport[];
  readonly unsaved: StoryReport[];
  left: number;
}

/** Reads a feed and clips its new stories, the oldest first. What fails is in the report. */
export async function followFeed(subscription: Subscription, deps: FollowDeps): Promise<FeedReport> {
  const { url, site } = subscription;
  const feedState = deps.state.feed(url);
  const found: Found = { saved: [], waiting: [], refused: [], unsaved: [], left: 0 };
  const report = { feed: url, ...(site === undefined ? {} : { site }) };
  let fetched: FetchedFeed | undefined;
  try {
    const { etag, lastModified } = feedState.isUnfinished ? {} : feedState;
    fetched = await fetchFeed(url, { ...deps, etag, lastModified });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { ...report, state: 'failed', ...failed(feedState, error, deps.now), ...found };
  }
  delete feedState.failing;
  if (!fetched) return { ...report, state: 'unchanged', ...found };
  await followItems(fetched, subscription, deps, found);
  const isUnfinished = found.left + found.waiting.length + found.unsaved.length > 0;
  Object.assign(feedState, {
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    isUnfinished: isUnfinished || undefined,
  });
  deps.state.forget(url, new Set(fetched.feed.items.map(({ id }) => id)));
  return { ...report, state: 'read', ...found };
}

function failed(state: FeedState, { message: reason, isPassing }: FeedError, now: Date) {
  const wasNeverRead = state.items.size === 0 && state.etag === undefined && state.lastModified === undefined;
  const isFirst = wasNeverRead && state.failing === undefined;
  state.failing = { since: state.failing?.since ?? now.toISOString(), reason };
  const isLong = now.getTime() - Date.parse(state.failing.since) >= WEEK;
  return {
    reason,
    failingSince: state.failing.since,
    ...(isLong || (wasNeverRead && !isPassing) ? { needsAttention: true as const } : {}),
    ...(isFirst ? { isFirstTry: true as const } : {}),
  };
}

async function followItems(
  { feed }: FetchedFeed,
  subscription: Subscription,
  deps: FollowDeps,
  found: Found,
): Promise<void> {
  const { items } = deps.state.feed(subscription.url);
  const most = Math.min(subscription.max ?? Number.POSITIVE_INFINITY, deps.max ?? Number.POSITIVE_INFINITY);
  // Feeds begin with the newest: of too many, these are clipped first, in the order in which they appeared.
  const candidates = feed.items.filter((item) => isCandidate(item, subscription, deps, items));
  found.left = Math.max(0, candidates.length - most);
  if (!deps.isDryRun) await listKnown(feed.items, items, deps.known);
  for (const item of candidates.slice(0, most).reverse()) {
    const { url } = item;
    if (url === undefined) continue;
    const story = { item, url, feed, subscription, waitsSince: waitsSince(items.get(item.id)) };
    deps.progress(`${subscription.site ?? feed.title}: ${item.title}`);
    await followStory(story, deps, found);
  }
}

/** Brings the list of addresses up to date, of which a run that was killed may have left out its last story. */
async function listKnown(all: readonly FeedItem[], items: ReadonlyMap<string, string>, known: KnownStories) {
  for (const { id, url } of all) if (url !== undefined && items.get(id) === 'known') await known.keep([url]);
}

/** Tells whether an item is a new story that is wanted; notes what became of it where it is not. */
function isCandidate(
  item: FeedItem,
  subscription: Subscription,
  { known, since, now }: FollowDeps,
  items: Map<string, string>,
): boolean {
  const outcome = items.get(item.id);
  if (outcome !== undefined && waitsSince(outcome) === undefined) return false;
  if (item.id === '') return false;
  const note = (text: string): false => {
    items.set(item.id, text);
    return false;
  };
  if (item.url === undefined) return note('refused: the feed states no address for it');
  if (known.isKept(item.url)) return note('known');
  if (!isWanted(item, subscription)) return note('not wanted');
  return since === undefined || !isBefore(item, { url: item.url, language: '', zone: subscription.zone, now }, since);
}

function isBefore({ date }: FeedItem, context: DateContext, since: number): boolean {
  const published = readFeedDate(date, context);
  const instant = published?.instant ?? Date.parse(published?.value ?? '');
  return instant < since;
}

async function followStory(story: Story, deps: FollowDeps, found: Found): Promise<void> {
  const { item, url, subscription } = story;
  const { known, state, now, isDryRun } = deps;
  const { items } = state.feed(subscription.url);
  const report = { url, title: item.title };
  const claim = known.claim(url);
  if (claim === 'kept') items.set(item.id, 'known');
  // Another feed is at work on it; if it fails there, this feed may have more luck.
  if (claim === 'claimed') found.left++;
  if (claim !== 'new') return;
  if (isDryRun) {
    found.saved.push(report);
    return;
  }
  const claimed = [url];
  try {
    const result = await clipStory(story, deps);
    if (result.kind === 'waiting') {
      found.waiting.push({ ...report, reason: result.reason });
      items.set(item.id, waitingOutcome(new Date(story.waitsSince ?? now.getTime()), result.reason));
    } else if (result.kind === 'refused') {
      found.refused.push({ ...report, reason: result.reason });
      items.set(item.id, `refused: ${result.reason}`);
    } else await keep(result, story, deps, found, claimed);
  } finally {
    known.release(claimed);
    await state.write();
  }
}

/** Saves a clip, unless the archive has the story under the address that its page turned out to have. */
async function keep(
  clipped: ClippedStory,
  story: Story,
  { known, state, save }: FollowDeps,
  found: Found,
  claimed: string[],
): Promise<void> {
  const { item, subscription } = story;
  const { items } = state.feed(subscription.url);
  const own = clipped.article.url;
  const report = { url: own, title: clipped.article.title.value };
  if (urlKeyOf(story.url) !== urlKeyOf(own)) {
    const claim = known.claim(own);
    if (claim === 'kept') items.set(item.id, 'known');
    if (claim === 'claimed') found.left++;
    if (claim !== 'new') return;
    claimed.push(own);
  }
  const reason = clipped.reason === undefined ? {} : { reason: clipped.reason };
  try {
    const path = await save(clipped, story);
    items.set(item.id, path);
    found.saved.push({ ...report, path, from: clipped.from, ...reason });
  } catch (error) {
    // What does not concern this post alone (a lock that was lost) ends the run.
    if (!(error instanceof CliError)) throw error;
    found.unsaved.push({ ...report, reason: failureSentence(error) });
    return;
  }
  await known.keep([own, story.url]);
}
