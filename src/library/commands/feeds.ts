import type { IDBPTransaction } from 'idb';
import { markTaken, mergeStories } from '../model/feed-stories.ts';
import type { FeedStory, FollowedFeed } from '../model/followed-feed.ts';
import type { ItemFailure, Job, JobItem } from '../model/job.ts';
import type { Library } from '../store/database.ts';
import { everyItemOf } from '../store/job-ranges.ts';
import type { LibrarySchema } from '../store/schema.ts';
import { transact } from '../store/transact.ts';

/** A batch of a feed with so many pages is followed by a new one. */
const LARGE_JOB = 500;

/** Begins to follow a feed. One that is followed already keeps its stories and gets the new settings. */
export function addFeed(library: Library, feed: FollowedFeed): Promise<void> {
  return library.use((database) =>
    transact(database, ['feeds'], async (transaction) => {
      const feeds = transaction.objectStore('feeds');
      const before = await feeds.get(feed.url);
      const stories = before ? mergeStories(before.stories, feed.stories) : feed.stories;
      await feeds.put({ ...before, ...feed, stories });
    }),
  );
}

/** What the user may change of a followed feed, and when it is checked next. */
export type FeedChange = Partial<Pick<FollowedFeed, 'state' | 'clipsAtOnce' | 'way' | 'nextAt'>>;

export function changeFeed(library: Library, url: string, change: FeedChange): Promise<void> {
  return changeRow(library, url, (feed) => ({ ...feed, ...change }));
}

/** Follows a feed no more. Its batches and clips stay. */
export function removeFeed(library: Library, url: string): Promise<void> {
  return library.use((database) =>
    transact(database, ['feeds'], async (transaction) => transaction.objectStore('feeds').delete(url)),
  );
}

/** Takes all stories that wait for the user off the list. */
export function dismissStories(library: Library, url: string): Promise<void> {
  return changeRow(library, url, (feed) => ({
    ...feed,
    stories: feed.stories.map((story) => (story.state === 'new' ? { ...story, state: 'dismissed' } : story)),
  }));
}

/** Records that a feed could not be read. */
export function recordFeedFailure(
  library: Library,
  url: string,
  { failure, now, nextAt }: { readonly failure: ItemFailure; readonly now: number; readonly nextAt: number },
): Promise<void> {
  return changeRow(library, url, (feed) => ({
    ...feed,
    nextAt,
    failing: { since: feed.failing?.since ?? now, attempts: (feed.failing?.attempts ?? 0) + 1, failure },
  }));
}

/** What a check of a feed found. */
export interface FeedCheck {
  readonly now: number;
  readonly nextAt: number;
  /** Absent: the server says that the feed has not changed. */
  readonly answer?: Pick<FollowedFeed, 'stories' | 'etag' | 'lastModified'>;
  /** Addresses of stories that may be queued at once, where the feed is set so: their sites may be read. */
  readonly queueable: ReadonlySet<string>;
  /** Makes ids of jobs and items. */
  readonly newId: () => string;
}

/**
 * Records a check of a feed and queues its new stories, in one transaction: a worker that is killed before it has done
 * nothing, and one that is killed after it has done all.
 *
 * @returns the id of the job that has new items; nothing where none was queued.
 */
export function recordFeedCheck(library: Library, url: string, check: FeedCheck): Promise<string | undefined> {
  return library.use((database) =>
    transact(database, ['feeds', 'jobs', 'jobItems'], async (transaction) => {
      const feeds = transaction.objectStore('feeds');
      const before = await feeds.get(url);
      if (!before) return undefined;
      const feed = checkedFeed(before, check);
      const found = feed.stories.filter((story) => story.state === 'new' && check.queueable.has(story.url));
      if (!feed.clipsAtOnce || found.length === 0) {
        await feeds.put(feed);
        return undefined;
      }
      const { job, end } = await openJob(transaction, feed, check);
      // Feeds begin with the newest; the oldest is clipped first.
      const items = found
        .toReversed()
        .map((story, at): JobItem => ({ ...fresh(story, check), jobId: job.id, position: end + at }));
      await Promise.all(items.map((item) => transaction.objectStore('jobItems').put(item)));
      const stories = markTaken(feed.stories, new Set(found.map((story) => story.url)));
      await feeds.put({ ...feed, jobId: job.id, stories });
      return job.id;
    }),
  );
}

function checkedFeed(before: FollowedFeed, { now, nextAt, answer }: FeedCheck): FollowedFeed {
  const { failing: _over, ...feed } = { ...before, checkedAt: now, nextAt };
  if (!answer) return feed;
  const { etag: _etag, lastModified: _lastModified, ...unmarked } = feed;
  return { ...unmarked, ...answer, stories: mergeStories(feed.stories, answer.stories) };
}

type Queueing = IDBPTransaction<LibrarySchema, ('feeds' | 'jobs' | 'jobItems')[], 'readwrite'>;

/** The batch that stories of a feed are queued in, and the position behind its last page. */
async function openJob(
  transaction: Queueing,
  feed: FollowedFeed,
  { now, newId }: FeedCheck,
): Promise<{ job: Job; end: number }> {
  const jobs = transaction.objectStore('jobs');
  const last = feed.jobId === undefined ? undefined : await jobs.get(feed.jobId);
  if (last && last.state !== 'cancelled') {
    const order = transaction.objectStore('jobItems').index('order');
    const cursor = await order.openCursor(everyItemOf(last.id), 'prev');
    if ((await order.count(everyItemOf(last.id))) < LARGE_JOB)
      return { job: last, end: (cursor?.value.position ?? -1) + 1 };
  }
  const { name, way, presetId, targetId, tags } = feed;
  const id = newId();
  const job: Job = { id, name, source: 'feed', way, state: 'running', presetId, targetId, tags, createdAt: now };
  await jobs.put(job);
  return { job, end: 0 };
}

function fresh({ url, title }: FeedStory, { newId }: FeedCheck) {
  return { id: newId(), url, title, state: 'waiting', attempts: 0, notBefore: 0 } as const;
}

function changeRow(library: Library, url: string, next: (feed: FollowedFeed) => FollowedFeed): Promise<void> {
  return library.use((database) =>
    transact(database, ['feeds'], async (transaction) => {
      const feeds = transaction.objectStore('feeds');
      const feed = await feeds.get(url);
      if (feed) await feeds.put(next(feed));
    }),
  );
}
