/** Names found in a line, with how sure the line makes it: 3 said outright, 2 in a bracket or behind an office, 1 guessed. */
export interface EastAsianByline {
  readonly names: readonly string[];
  readonly sureness: 1 | 2 | 3;
}

/** How much a text is like a name: `person` by its surname, `pen-name` by its length and letters. */
export type NameShape = 'person' | 'pen-name' | 'none';

/** Names found in an element that is marked as a byline. */
export interface EastAsianField {
  readonly names: readonly string[];
  /** A label says that those are the writers. */
  readonly labelled: boolean;
  /** One of them has a surname. */
  readonly isPerson: boolean;
}
