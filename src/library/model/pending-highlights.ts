import type { Highlight } from '../../core/model/highlight.ts';

/** What was marked in a story that is not clipped yet. It goes into the clip when the story is saved. */
export interface PendingHighlights {
  /** The story's identity: see `urlKeyOf`. */
  readonly urlKey: string;
  /** With the address it names the story: sites change story under one address. */
  readonly title: string;
  readonly url: string;
  readonly highlights: readonly Highlight[];
  /** Unix milliseconds. */
  readonly updatedAt: number;
}
