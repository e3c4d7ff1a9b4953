export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/**
 * Where a passage is in a text: the passage with the text around it, as in `TextQuoteSelector` and
 * `TextPositionSelector` of the W3C Web Annotation Data Model. All lengths are in UTF-16 units.
 */
export interface TextAnchor {
  /** The passage itself; blocks are separated by line ends. */
  readonly exact: string;
  /** The text before it. */
  readonly prefix: string;
  /** The text behind it. */
  readonly suffix: string;
  /** Where it began in the text that it was marked in. A hint only. */
  readonly start: number;
}

/** A passage that the user marked. */
export interface Highlight {
  /** A UUID. */
  readonly id: string;
  readonly anchor: TextAnchor;
  readonly colour: HighlightColour;
  /** The user's own words about it; may be empty. */
  readonly note: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** So many highlights a story has at most. */
export const MAX_HIGHLIGHTS = 500;

/** So many UTF-16 units of a text are one highlight at most. */
export const MAX_QUOTE = 10_000;

/** So long is a note at most, in UTF-16 units. */
export const MAX_NOTE = 10_000;
