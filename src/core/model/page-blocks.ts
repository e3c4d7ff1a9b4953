import type { ArticleWarning, Removal } from './article.ts';
import type { SiteRule } from './site-rule.ts';

/** A part of the page that is not in the story, with what is needed to put it back. */
export interface DroppedBlock {
  /** Its place in the page: the number of its element in document order. */
  readonly place: number;
  /** Index of the unit of the story that it follows; -1 where it precedes the first. */
  readonly after: number;
  /** Blocks of one removal, or of one run outside the story, have the same number. */
  readonly group: number;
  /** Name of the pass that took it out; `outside` where the story's block was chosen without it. */
  readonly pass: string;
  /** As in `Removal`. */
  readonly reason: string;
  /** Its text, white space collapsed, cut at 200 characters. Empty for a picture. */
  readonly text: string;
  /** Sanitised HTML of one block. */
  readonly html: string;
  /** The list that an item was in. */
  readonly list?: 'ul' | 'ol';
}

/** All blocks of a page: those of the story by their places, the others with their HTML. */
export interface PageBlocks {
  /** The story's HTML, whose units (`storyUnits`) the indexes mean. */
  readonly html: string;
  /** For each unit of the story its place in the page; -1 where unknown. */
  readonly places: readonly number[];
  /** In page order. */
  readonly dropped: readonly DroppedBlock[];
  /** False where the page has more blocks than are sent. */
  readonly isWhole: boolean;
}

/** Names a block of a page for the page: by its place, and by its text in case that places have shifted. */
export interface BlockName {
  readonly place: number;
  readonly text: string;
}

/** What the user decided on one page, to be made a rule. */
export interface PageDecision {
  readonly takeOut: readonly BlockName[];
  readonly putBack: readonly BlockName[];
}

/** A selector that was tried on the page. */
export interface TriedSelector {
  readonly selector: string;
  /** How many elements of the page it matches. */
  readonly hits: number;
}

/** A rule for a decision, as far as one can be made. */
export interface RuleProposal {
  readonly take: readonly TriedSelector[];
  readonly keep: readonly TriedSelector[];
  readonly drop: readonly TriedSelector[];
  /** Texts of blocks that no selector tells from the rest of the story. */
  readonly failed: readonly string[];
}

/** What a clip is to do besides clipping. */
export interface BlockTask {
  /** The user's rule for the site. */
  readonly rule?: SiteRule;
  /** Lists the page's blocks. */
  readonly list?: true;
  /** Makes a rule of a decision, and of what was picked on the page. */
  readonly propose?: PageDecision;
}

/** What a pass removed, with the element. */
export interface RemovedElement {
  readonly element: Element;
  readonly removal: Removal;
}

/** A clip's connection to the user's own rule and to the list of blocks. `extractBody` calls both functions once. */
export interface BlockSession {
  /** The user's rule without what the session itself applies: name, zone, headline, byline and date. */
  readonly ownSiteRules: readonly SiteRule[];
  /**
   * Called when the page is prepared and nothing is taken out yet. Returns a container with the story's elements where the
   * user's rule or pick names them.
   */
  start(page: HTMLElement): HTMLElement | undefined;
  /**
   * Called with the finished story, before it is sanitised. Changes the story as the rule says.
   *
   * @param removed what passes took out; the last entries of the trace say why, in the same order.
   */
  settle(
    story: Element,
    removed: readonly { readonly element: Element }[],
    trace: Removal[],
  ): readonly ArticleWarning[];
  /** What the task asked for; filled by `settle`. */
  readonly answer: BlockAnswer;
}

export interface BlockAnswer {
  readonly blocks?: PageBlocks;
  readonly proposal?: RuleProposal;
  /** The story, or parts of it, were picked on the page. */
  readonly picked?: 'story' | 'part';
}
