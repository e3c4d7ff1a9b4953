import type { Highlight, HighlightColour } from './highlight.ts';

/** What the highlighter says, in the user's language. `%1` is filled in by it. */
export interface HighlighterTexts {
  readonly title: string;
  readonly help: string;
  /** The browser cannot paint: what is marked is only listed. */
  readonly notPainted: string;
  readonly colours: Readonly<Record<HighlightColour, string>>;
  /** `Mark in %1`. */
  readonly mark: string;
  readonly note: string;
  readonly remove: string;
  readonly close: string;
  /** `Highlights (%1)`. */
  readonly list: string;
  /** `%1 not found on this page`. */
  readonly lost: string;
  readonly reasons: { readonly gone: string; readonly ambiguous: string };
  readonly marked: string;
  readonly removed: string;
  readonly saved: string;
  /** `Not kept: %1`. */
  readonly notSaved: string;
  readonly retry: string;
  readonly nothingSelected: string;
}

/** What the highlighter is started with. */
export interface HighlightRequest {
  readonly highlights: readonly Highlight[];
  readonly texts: HighlighterTexts;
  /** Of the user's language, for the texts: a BCP 47 tag. */
  readonly language: string;
}

/** What the background answers to a change: whether it is on the disk, and if not, why. */
export type HighlightAnswer = { readonly isKept: true } | { readonly isKept: false; readonly why: string };
