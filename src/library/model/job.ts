import type { ArticleWarning } from '../../core/model/article.ts';
import type { FailureCode } from '../../core/model/failure.ts';

/** How the pages of a job are read: fetched without their scripts, or opened in tabs as the user sees them. */
export type JobWay = 'fetched' | 'tabs';

/** Where the addresses of a job came from. */
export type JobSource = 'tabs' | 'list' | 'links' | 'feed' | 'bookmarks' | 'file';

/** Many pages that are clipped one after the other. Key: `id`, a UUID. */
export interface Job {
  readonly id: string;
  /** What the user calls it; empty: named after its source and day. */
  readonly name: string;
  readonly source: JobSource;
  readonly way: JobWay;
  /**
   * `not-allowed`: paused until the user allows the sites again that are to be read · `cancelled`: what was waiting then
   * has the outcome `cancelled`.
   */
  readonly state: 'running' | 'paused' | 'not-allowed' | 'cancelled';
  readonly presetId: string;
  readonly targetId: string;
  /** Added to the tags of every clip. */
  readonly tags: readonly string[];
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/**
 * `waiting` · `running`: claimed by the holder of its lease · the others are outcomes. `saved` · `known`: the library had
 * the story, nothing was saved · `uncertain`: saved, and to be looked at · `refused`: no clip was made · `cancelled`.
 */
export const ITEM_STATES = ['waiting', 'running', 'saved', 'known', 'uncertain', 'refused', 'cancelled'] as const;

export type ItemState = (typeof ITEM_STATES)[number];

/** How many items of a job are in each state. */
export type ItemCounts = Readonly<Record<ItemState, number>>;

/** What keeps a page from being read, besides what keeps a clip from being made of it. */
export type PageReason =
  | 'not-allowed'
  | 'not-found'
  | 'login-needed'
  | 'server-failed'
  | 'slow-down'
  | 'too-slow'
  | 'unreachable'
  /** The user closed the tab that was opened for it. */
  | 'tab-closed';

/** Why an item has no clip, or why its last attempt failed. */
export interface ItemFailure {
  readonly reason: PageReason | FailureCode;
  /** The cause in the words of whatever failed. */
  readonly detail: string;
}

/** Why a saved clip is to be looked at. */
export type Doubt = Exclude<ArticleWarning, 'date-zone-unknown'> | 'another-story';

/** The right of one runner to work on an item until a moment. */
export interface Lease {
  readonly holder: string;
  /** Unix milliseconds. */
  readonly until: number;
}

/** One page of a job. Key: `id`. */
export interface JobItem {
  /** A UUID. The save that the item leads to has it as `saveId`, so that repeating the item saves once. */
  readonly id: string;
  readonly jobId: string;
  /** Orders the items of a job; unique in it. */
  readonly position: number;
  readonly url: string;
  /** As the source of the address named it, then as the clip does; empty where unknown. */
  readonly title: string;
  readonly state: ItemState;
  /** A tab that shows the page, as long as it does. */
  readonly tabId?: number;
  /** Clip the page although the library knows its story. */
  readonly again?: true;
  readonly attempts: number;
  /** The next attempt is not made before, in Unix milliseconds. */
  readonly notBefore: number;
  readonly lease?: Lease;
  /** What the clip that is about to be saved is like: written before the save, so that a killed runner knows it. */
  readonly intent?: { readonly urlKey: string; readonly doubts: readonly Doubt[] };
  /** The clip that was saved, or that the library had already. */
  readonly clipId?: string;
  readonly doubts?: readonly Doubt[];
  readonly failure?: ItemFailure;
  /** Unix milliseconds. */
  readonly finishedAt?: number;
}

/** What came of an item. */
export type Outcome =
  | { readonly state: 'saved'; readonly clipId: string; readonly title: string }
  | { readonly state: 'known'; readonly clipId?: string; readonly title?: string }
  | { readonly state: 'uncertain'; readonly clipId: string; readonly title: string; readonly doubts: readonly Doubt[] }
  | { readonly state: 'refused'; readonly failure: ItemFailure };
