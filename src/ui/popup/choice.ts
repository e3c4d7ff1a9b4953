import type { BlockOrigin } from '../../core/blocks/compose-story.ts';
import type { Article } from '../../core/model/article.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { DroppedBlock, PageBlocks, RuleProposal } from '../../core/model/page-blocks.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';

/** What was taken out of the story and put back into it. */
export interface Chosen {
  /** Indexes of units of the story's HTML (`storyUnits`). */
  readonly out: readonly number[];
  readonly back: readonly DroppedBlock[];
}

/** A choice with what it makes of the story. */
export interface ChoiceStep extends Chosen {
  /** The story so changed; absent where it is the page's own. */
  readonly article?: Article;
  /** The user's own Markdown with it. */
  readonly markdown?: string;
  /** For each unit of the changed story where it is from. */
  readonly origins?: readonly (BlockOrigin | undefined)[];
}

/** The user at work on the blocks of the page. Absent: nothing was chosen and nothing asked for. */
export interface Choice extends Chosen {
  /** The page's blocks, once it has listed them. */
  readonly blocks?: PageBlocks;
  /** Why it could not. */
  readonly failure?: Failure;
  readonly origins?: readonly (BlockOrigin | undefined)[];
  /** What Undo goes back to, the last one at the end. */
  readonly history: readonly ChoiceStep[];
  /** A choice that the user's own Markdown cannot be brought into: to be asked about. */
  readonly asking?: Chosen;
  /** A rule that is looked at before it is kept. */
  readonly rule?: RuleView;
}

/** “Always so on this site”, from the press to the kept rule. */
export type RuleView =
  | { readonly phase: 'making' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'shown'; readonly rule: SiteRule; readonly proposal: RuleProposal }
  | { readonly phase: 'kept'; readonly rule: SiteRule };
