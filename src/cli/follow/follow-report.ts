/** What came of a story that was new. */
export interface StoryReport {
  readonly url: string;
  readonly title: string;
  /** Below the place; absent where no post was written. */
  readonly path?: string;
  readonly from?: 'page' | 'feed';
  /** Why no post was written, or why its text is the feed's: a sentence. */
  readonly reason?: string;
}

export interface FeedReport {
  readonly feed: string;
  readonly site?: string;
  readonly state: 'read' | 'unchanged' | 'failed';
  /** Why it could not be read, and since when (ISO 8601). */
  readonly reason?: string;
  readonly failingSince?: string;
  /** A person should look at it: it has failed for a week, or was never read and is not failing in passing. */
  readonly needsAttention?: true;
  /** No run before this one has asked for it: whoever added it is told at once, whatever the reason. */
  readonly isFirstTry?: true;
  /** Posts that were written; in a dry run, stories that would be clipped. */
  readonly saved: readonly StoryReport[];
  /** Stories that are tried again in the next run. */
  readonly waiting: readonly StoryReport[];
  /** Stories that neither page nor feed has. */
  readonly refused: readonly StoryReport[];
  /** Stories whose post could not be written. */
  readonly unsaved: readonly StoryReport[];
  /** New stories that were left for the next run. */
  readonly left: number;
}

export interface FollowReport {
  readonly dryRun: boolean;
  readonly feeds: readonly FeedReport[];
  /** Files that were committed, and why not all are. */
  readonly git?: { readonly committed: number; readonly problem?: string };
}

/** Exit codes of `sysexits.h`: nothing could be done now, and the next run may. */
export const TRY_AGAIN = 75;

/** The exit code of a run: 1 where a person should look at something, 75 where no feed could be reached. */
export function exitCodeOf({ feeds, git }: FollowReport): number {
  const needsPerson = feeds.some(({ needsAttention, unsaved }) => needsAttention || unsaved.length > 0);
  if (needsPerson || git?.problem !== undefined) return 1;
  return feeds.length > 0 && feeds.every(({ state }) => state === 'failed') ? TRY_AGAIN : 0;
}
