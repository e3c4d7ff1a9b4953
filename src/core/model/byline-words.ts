/**
 * The words around the names of a byline, in one language or a family of them; lower case. Lists whose entries may have
 * spaces have `|` between them, lists of words a space.
 */
export interface BylineWords {
  /** What precedes a name: `By Ann Lee`. `|` between. */
  readonly starts: string;
  /** Labels that precede a name only with a colon: `Text: Ann Lee`; without one they are the beginning of a sentence. */
  readonly colonLabels: string;
  /** Where a byline goes on with something that is not a name. */
  readonly ends: string;
  /** Words that end a byline when they are written small: `Ann Lee in Politics`. Some are parts of names when a capital begins them. */
  readonly smallEnds: string;
  /** Words that end a byline before a number: `Anne le 12 mai`. */
  readonly endsBeforeNumber: string;
  /** Offices: behind a comma, or behind words of rank, no name ends with one. */
  readonly offices: string;
  /** Words of rank and desk, which with an office or with each other are not a name: `Senior Staff`. */
  readonly ranks: string;
  /** Words of the names of organisations, which sign press releases and pages without an author. */
  readonly organisations: string;
  /** Placeholder names of content systems, and boilerplate found where a name might be. `|` between. */
  readonly notNames: string;
}
