import { batch, effect, signal } from '@preact/signals';
import type { RunnerState } from '../../app/job-runner.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import { createComposer } from './composer.ts';
import { createFeeds, type FeedForm } from './feeds.ts';
import { createJobs } from './jobs.ts';
import type { BatchPorts } from './ports.ts';

/** The page's state. */
export type BatchStore = ReturnType<typeof createBatchStore>;

export function createBatchStore(ports: BatchPorts) {
  const jobs = createJobs(ports);
  const feeds = createFeeds(ports);
  const composer = createComposer(ports);
  const runner = signal<RunnerState>('elsewhere');
  const failure = signal<Failure | undefined>(undefined);
  effect(() => {
    if (typeof runner.value === 'object') failure.value = runner.value;
  });

  /** Does something to the batches; says what kept it from being done. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      failure.value = undefined;
    } catch (error) {
      failure.value = toFailure(error);
    }
  }

  /** Shows a batch; without an id, the new one. */
  async function show(id: string): Promise<void> {
    batch(() => {
      if (feeds.current.value !== '') composer.leaveFeed();
      feeds.open('');
    });
    await jobs.open(id);
  }

  /** Shows a followed feed, and what it has that is new. */
  async function showFeed(url: string): Promise<void> {
    await feeds.load();
    const feed = feeds.feeds.value.find((each) => each.url === url);
    await jobs.open('');
    feeds.open(feed ? url : '');
    if (feed) await composer.offerFeed(feed);
  }

  // What is chosen for the stories of a feed counts for those to come.
  effect(() => {
    const feed = feeds.feed.value;
    const chosen = composer.form();
    if (!feed || composer.feedUrl.value !== feed.url || isSameForm(feed, chosen)) return;
    void attempt(() => feeds.set(feed.url, chosen));
  });

  return {
    ports,
    jobs,
    feeds,
    composer,
    runner,
    failure,
    attempt,
    show: (id: string) => attempt(() => show(id)),
    showFeed: (url: string) => attempt(() => showFeed(url)),
    /** Follows the feed that was just read. */
    follow: () =>
      attempt(async () => {
        const read = composer.readFeed.value;
        if (!read) return;
        await feeds.follow(read.asked, read.feed, composer.form());
        await showFeed(read.asked);
      }),
    /** Another page, or the background, has changed the feeds. */
    refreshFeeds: () =>
      attempt(async () => {
        await feeds.load();
        const feed = feeds.feed.value;
        if (feed && !composer.hasOffered(feed)) await composer.offerFeed(feed);
      }),
    start: () =>
      attempt(async () => {
        const id = await composer.start();
        if (id === undefined) return;
        ports.changes.announce({ kind: 'jobs', ids: [id] });
        await show(id);
        await feeds.load();
      }),
  };
}

function isSameForm(a: FeedForm, b: FeedForm): boolean {
  const keys = ['way', 'presetId', 'targetId'] as const;
  return keys.every((key) => a[key] === b[key]) && a.tags.join('\n') === b.tags.join('\n');
}
