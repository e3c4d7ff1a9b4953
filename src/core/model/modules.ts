import type { Sourced } from './article.ts';
import type { AuthorEvidence } from './author-evidence.ts';
import type { BylineWords } from './byline-words.ts';
import type { EastAsianByline, EastAsianField, NameShape } from './east-asian-byline.ts';
import type { MeasuredText } from './measured-text.ts';
import type { Phrases } from './phrases.ts';
import type { SiteRules } from './site-rule.ts';

/** What a page states that it is. Many forums state an article in `og:type`, and nothing else: `shared-article`. */
export type StatedKind = 'article' | 'shared-article' | 'thread';

/** The lines between a headline and its story, remembered before the story is looked for. */
export interface Standfirst {
  /** Puts in front of the story those that it left out, and returns them. */
  restore(root: Element, holds: (node: Node) => boolean): Element[];
}

export type ReadStandfirst = (page: Element, heading: Element | undefined, language: string) => Standfirst;

/**
 * What only some pages need. Each is a separate script in the extension (`src/content/modules/`), injected only where
 * the page needs it. The command line has them all (`all-modules.ts`).
 */
export interface Modules {
  /** Formulas as TeX. */
  readonly maths: { readonly textualiseMaths: (root: Element) => void };
  /** Blocks of code without line numbers and buttons. */
  readonly code: { readonly flattenCode: (root: Element) => void };
  /** Pages that are more than a running text: threads of forums, questions with their answers, manuals, accordions, live blogs, recipes. */
  readonly structure: {
    readonly readThread: (page: Element, measure: MeasuredText, stated?: StatedKind) => HTMLElement | undefined;
    /** The block of a manual's page around its sections; or around a chapter that only lists its parts; undefined where the page is neither. */
    readonly findManual: (page: Element, url: string, stated?: StatedKind) => Element | undefined;
    /** Takes a manual's table of contents out of its text, and calls to rate or to edit the page. */
    readonly manualTools: (root: Element, drop: (element: Element, reason: string) => void) => void;
    /** Opens accordions, heads the entries of a live blog, keeps the ingredients of a recipe with its steps. */
    readonly settleStructure: (page: Element) => void;
  };
  /** Languages of Europe but for English. */
  readonly european: {
    readonly phrases: Phrases;
    readonly bylines: BylineWords;
    readonly readStandfirst: ReadStandfirst;
  };
  /** Chinese, Japanese, Korean. */
  readonly 'east-asian': {
    readonly phrases: Phrases;
    /** Whether a text tells something although it begins with a word of calls or labels. */
    readonly isTold: (text: string, start: string) => boolean;
    /**
     * Why a line at the edge of a story is not part of it: `a date` where it only states when, where and by whom the story
     * was published, how often it was read and how to share it; `a notice` where the publisher speaks of itself.
     */
    readonly reasonOf: (text: string) => string | undefined;
    readonly bylines: BylineWords;
    readonly readByline: (line: string) => EastAsianByline | undefined;
    /** The names in an element that is marked as a byline; `undefined` where it holds no East Asian text. */
    readonly readField: (text: string) => EastAsianField | undefined;
    /** How much a text is like a name. */
    readonly shapeOf: (name: string) => NameShape;
  };
  /** What is known of single publishers. */
  readonly sites: SiteRules;
  /**
   * Who wrote a story. A page is read for the popup without it, and once more with it where a line of the story turns out
   * to be an author's name (`extract/clean/author-names.ts`).
   */
  readonly authors: {
    readonly readAuthors: (evidence: AuthorEvidence, modules: Partial<Modules>) => Sourced<readonly string[]>;
    /** Whether one of the names is among those that would change the story (`ExtractedArticle.undecided`). */
    readonly isNamedIn: (names: readonly string[], undecided: readonly string[]) => boolean;
  };
}
