import type { NamedContents, Region } from './date-evidence.ts';

/**
 * All that a page says of who wrote its story, as plain data: the authors are determined outside of the page
 * (`metadata/read-authors.ts`), which need not wait for it, nor read the code that knows bylines.
 */
export interface AuthorEvidence {
  /** The host of the page's own address. */
  readonly host: string;
  /** Every name that the page states for its site. */
  readonly siteNames: readonly string[];
  /** The text of the element that a site rule names for the byline; empty where no rule does. */
  readonly ruled: string;
  /** The modules whose languages the page may be written in, besides English. */
  readonly languages: readonly BylineLanguage[];
  /** JSON-LD, in the order in which it is believed. */
  readonly stated: readonly StatedAuthors[];
  /** The contents of meta tags that may name a writer, by lower-case name. */
  readonly meta: readonly NamedContents[];
  /** The page's text, one line of it a line. */
  readonly text: string;
  /** The region of each line: its first letter. */
  readonly regions: string;
  /** Elements that may hold a byline. */
  readonly marks: readonly BylineMark[];
  /** Short alternative texts of pictures, each with the offset of its picture in `text`. */
  readonly pictures: readonly { readonly alt: string; readonly at: number }[];
  /** Where the headline begins in `text`, where it is known. */
  readonly headline?: number;
}

/** The modules that know bylines. */
export type BylineLanguage = 'european' | 'east-asian';

/** What one key of one JSON-LD object says. */
export interface StatedAuthors {
  /** Whether the object is the page around the story, not the story. */
  readonly ofPage: boolean;
  readonly names: readonly string[];
  /** The lower-case type names of those who are named. */
  readonly types: readonly string[];
}

/** An element that may hold a byline. The offsets point into the page's text. */
export interface BylineMark {
  /** Words of its class and id. */
  readonly words: readonly string[];
  /** Values of rel, itemprop and property, lower case. */
  readonly roles: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly region: Region;
  /** Where it links; empty where it does not. */
  readonly href: string;
  /** Its `rel` says `author`. */
  readonly isRel: boolean;
  /** Its class or id names a byline. */
  readonly isByline: boolean;
  /** It links to a page about a writer. */
  readonly isWriterLink: boolean;
  /** It holds names in a list. */
  readonly isList: boolean;
}
