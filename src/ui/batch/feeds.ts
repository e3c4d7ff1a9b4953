import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AddressContents } from '../../app/read-address.ts';
import { addFeed, changeFeed, dismissStories, type FeedChange, removeFeed } from '../../library/commands/feeds.ts';
import { type FollowedFeed, hasFailedLong } from '../../library/model/followed-feed.ts';
import type { JobWay } from '../../library/model/job.ts';
import { listFeeds } from '../../library/queries/feeds.ts';
import type { BatchPorts } from './ports.ts';

/** The followed feeds, and the one that is looked at. */
export type Feeds = ReturnType<typeof createFeeds>;

/** What becomes of the stories of a feed. */
export interface FeedForm {
  readonly way: JobWay;
  readonly presetId: string;
  readonly targetId: string;
  readonly tags: readonly string[];
}

/** A feed as it was read at an address. */
export type ReadFeed = Extract<AddressContents, { kind: 'feed' }>;

export function createFeeds({ library, changes, now, requestSites, checkFeeds }: BatchPorts) {
  const feeds = signal<readonly FollowedFeed[]>([]);
  const current = signal('');

  async function load(): Promise<void> {
    feeds.value = await listFeeds(library);
  }

  /** Changes a feed, tells the other pages, and has the alarm set anew. */
  async function change(url: string, work: () => Promise<void>, check: readonly string[] = []): Promise<void> {
    await work();
    changes.announce({ kind: 'feeds', ids: [url] });
    await load();
    await checkFeeds(check);
    await load();
  }

  return {
    feeds: feeds as ReadonlySignal<readonly FollowedFeed[]>,
    current: current as ReadonlySignal<string>,
    feed: computed(() => feeds.value.find(({ url }) => url === current.value)),
    /** Those that have failed for a week. */
    broken: computed(() => feeds.value.filter((feed) => hasFailedLong(feed, now()))),
    load,
    open(url: string): void {
      current.value = url;
    },
    /** Follows a feed that was just read: what it names now waits to be chosen. */
    follow: (url: string, { title, stories, validators }: ReadFeed, form: FeedForm) =>
      change(url, () =>
        addFeed(library, {
          ...form,
          ...validators,
          url,
          name: title === '' ? new URL(url).host : title,
          state: 'active',
          clipsAtOnce: false,
          createdAt: now(),
          checkedAt: now(),
          nextAt: now() + FIRST_CHECK_MS,
          stories,
        }),
      ),
    set: (url: string, fields: FeedChange) => change(url, () => changeFeed(library, url, fields)),
    /** Asks for the sites of the feed and of its stories, first thing in the user gesture. */
    async clipAtOnce({ url, stories }: FollowedFeed): Promise<void> {
      if (!(await requestSites([url, ...stories.map((story) => story.url)]))) return;
      await change(url, () => changeFeed(library, url, { clipsAtOnce: true }));
    },
    /** Asks for the feed's site, which may have been taken back; first thing in the user gesture. */
    async check(url: string): Promise<void> {
      if (await requestSites([url])) await change(url, async () => {}, [url]);
    },
    dismiss: (url: string) => change(url, () => dismissStories(library, url)),
    remove: (url: string) => change(url, () => removeFeed(library, url)),
  };
}

/** The first check after a feed was read by the user, in milliseconds. */
const FIRST_CHECK_MS = 60 * 60_000;
