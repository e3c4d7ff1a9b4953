import type { ItemFailure, JobWay } from './job.ts';

/** A story that a feed has named. */
export interface FeedStory {
  /** What the feed knows it by: its guid, else its address. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /**
   * `new`: the user has not decided · `taken`: queued in a batch · `dismissed`: not wanted · `known`: the library had it
   * when the feed was read.
   */
  readonly state: 'new' | 'taken' | 'dismissed' | 'known';
}

/** A feed that is read again and again while the browser runs. Key: `url`. */
export interface FollowedFeed {
  readonly url: string;
  /** As the feed calls itself. */
  readonly name: string;
  readonly state: 'active' | 'paused';
  /** New stories are queued as soon as they are found; otherwise they wait in `stories` for the user. */
  readonly clipsAtOnce: boolean;
  readonly way: JobWay;
  readonly presetId: string;
  readonly targetId: string;
  /** Added to the tags of every clip. */
  readonly tags: readonly string[];
  /** Unix milliseconds, as all times here. */
  readonly createdAt: number;
  /** When the server last answered with the feed, or that it has not changed. */
  readonly checkedAt: number;
  /** Not checked before. */
  readonly nextAt: number;
  /** What the last answer was marked with, for conditional requests (RFC 9110, 13). */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Absent: the last check succeeded. */
  readonly failing?: { readonly since: number; readonly attempts: number; readonly failure: ItemFailure };
  /** In the order of the feed; behind them those that the feed names no more. */
  readonly stories: readonly FeedStory[];
  /** The batch that its stories were queued in last. */
  readonly jobId?: string;
}

/** A feed that has failed for so long, in milliseconds, is named to the user. */
const WEEK = 7 * 24 * 60 * 60_000;

/** Whether a feed has failed for a week. */
export function hasFailedLong({ failing }: FollowedFeed, now: number): boolean {
  return failing !== undefined && now - failing.since >= WEEK;
}
