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
import type { Settle } from './post-batch.ts';

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
  /**
   * Has the post written, now or with others, and settles it then. Resolves when more stories can be clipped.
   */
  readonly save: (clipped: ClippedStory, story: Story, settle: Settle) => Promise<void>;
  readonly progress: (label: string) => void;
}

/** Lists that grow while a feed is followed. */
interface Found {
  readonly saved: StoryReport[];
  readonly waiting: StoryReport[];
  readonly refused: StoryReport[];
  readonly unsaved: StoryReport[];
  /** Stories that another feed has too, which was at work on them. */
  readonly shared: Story[];
  left: number;
}

/**
 * Reads a feed and clips its new stories, the oldest first. What fails is in the report.
 *
 * @returns what makes the report, to be called when all of its posts are settled.
 */
export async function followFeed(subscription: Subscription, deps: FollowDeps): Promise<() => FeedReport> {
  const { url, site } = subscription;
  const feedState = deps.state.feed(url);
  const found: Found = { saved: [], waiting: [], refused: [], unsaved: [], shared: [], left: 0 };
  const report = { feed: url, ...(site === undefined ? {} : { site }) };
  let fetched: FetchedFeed | undefined;
  try {
    const { etag, lastModified } = feedState.isUnfinished ? {} : feedState;
    fetched = await fetchFeed(url, { ...deps, etag, lastModified });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const why = failed(feedState, error, deps.now);
    return () => ({ ...report, state: 'failed', ...why, ...listsOf(found) });
  }
  delete feedState.failing;
  if (!fetched) return () => ({ ...report, state: 'unchanged', ...listsOf(found) });
  const read = fetched;
  await followItems(read, subscription, deps, found);
  return () => {
    settleShared(found, deps);
    noteRead(read, subscription, deps, found);
    return { ...report, state: 'read', ...listsOf(found) };
  };
}

/** What another feed was at work on is known if that feed had luck; if not, this one may have more. */
function settleShared(found: Found, { known, state }: FollowDeps): void {
  for (const { item, url, subscription } of found.shared.splice(0)) {
    if (known.isKept(url)) state.feed(subscription.url).items.set(item.id, 'known');
    else found.left++;
  }
}

function noteRead(
  { feed, etag, lastModified }: FetchedFeed,
  { url }: Subscription,
  { state }: FollowDeps,
  found: Found,
) {
  const isUnfinished = found.left + found.waiting.length + found.unsaved.length > 0;
  Object.assign(state.feed(url), { etag, lastModified, isUnfinished: isUnfinished || undefined });
  state.forget(url, new Set(feed.items.map(({ id }) => id)));
}

function listsOf({ shared: _shared, ...lists }: Found): Omit<Found, 'shared'> {
  return lists;
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
  if (feed.items.some(({ id }) => isOpen(items.get(id)))) await deps.known.read();
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
  if (!isOpen(items.get(item.id))) return false;
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

/** Whether an item is not settled yet. */
function isOpen(outcome: string | undefined): boolean {
  return outcome === undefined || waitsSince(outcome) !== undefined;
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
  if (claim === 'claimed') found.shared.push(story);
  if (claim !== 'new') return;
  if (isDryRun) {
    found.saved.push(report);
    return;
  }
  let isHandedOn = false;
  try {
    const result = await clipStory(story, deps);
    if (result.kind === 'waiting') {
      found.waiting.push({ ...report, reason: result.reason });
      items.set(item.id, waitingOutcome(new Date(story.waitsSince ?? now.getTime()), result.reason));
    } else if (result.kind === 'refused') {
      found.refused.push({ ...report, reason: result.reason });
      items.set(item.id, `refused: ${result.reason}`);
    } else isHandedOn = await keep(result, story, deps, found);
  } finally {
    if (!isHandedOn) known.release([url]);
    await state.write();
  }
}

/**
 * Has a clip saved, unless the archive has the story under the address that its page turned out to have.
 *
 * @returns whether the claims are let go when it is settled.
 */
async function keep(clipped: ClippedStory, story: Story, deps: FollowDeps, found: Found): Promise<boolean> {
  const { known, state } = deps;
  const { items } = state.feed(story.subscription.url);
  const own = clipped.article.url;
  if (urlKeyOf(story.url) !== urlKeyOf(own)) {
    const claim = known.claim(own);
    if (claim === 'kept') items.set(story.item.id, 'known');
    if (claim === 'claimed') found.shared.push({ ...story, url: own });
    if (claim !== 'new') return false;
  }
  const claimed = [own, story.url];
  try {
    await deps.save(clipped, story, async (saved) => {
      await settle(saved, { clipped, story, deps, found });
      known.release(claimed);
    });
    return true;
  } catch (error) {
    known.release(claimed);
    throw error;
  }
}

/** Notes what came of the saving of a post. @throws what does not concern this post alone, which ends the run. */
async function settle(
  saved: PromiseSettledResult<string>,
  { clipped, story, deps, found }: { clipped: ClippedStory; story: Story; deps: FollowDeps; found: Found },
): Promise<void> {
  const { article, from, reason } = clipped;
  const report = { url: article.url, title: article.title.value };
  if (saved.status === 'rejected') {
    if (!(saved.reason instanceof CliError)) throw saved.reason;
    found.unsaved.push({ ...report, reason: failureSentence(saved.reason) });
    return;
  }
  deps.state.feed(story.subscription.url).items.set(story.item.id, saved.value);
  found.saved.push({ ...report, path: saved.value, from, ...(reason === undefined ? {} : { reason }) });
  await deps.known.keep([article.url, story.url]);
}
