/** The part of the page a piece of text is in. */
export type Region = 'main' | 'comment' | 'aside';

/**
 * All that a page says of when its story was published, as plain data: the date is determined outside of the page
 * (`read-dates.ts`), which need not wait for it, nor read the code that knows the dates of forty languages.
 */
export interface DateEvidence {
  /** The page's own address, and the one that it calls its own; empty where it calls none so. */
  readonly pageUrl: string;
  readonly canonical: string;
  /** The language that the page declares, in lower case: `en-gb`. Empty where it declares none. */
  readonly language: string;
  /** Whether it may contain months in other languages than English. */
  readonly manyMonths: boolean;
  /** What a rule knows of the publisher: its IANA zone, and the text of the element that holds the date. */
  readonly siteZone?: string;
  readonly siteText: string;
  readonly jsonLd: JsonLdStatements;
  /** The contents of meta tags by lower-case name. */
  readonly meta: readonly NamedContents[];
  /** Elements that may state a date. */
  readonly marks: readonly DateMark[];
  /** What scripts of the page assign to names that mean the time of publication. */
  readonly scripts: readonly string[];
  readonly lines: readonly DateLine[];
  /** The line of the headline, where it is known. */
  readonly headline?: number;
}

export type NamedContents = readonly [name: string, contents: readonly string[]];

/** Values of JSON-LD. */
export interface JsonLdStatements {
  readonly published: readonly string[];
  /** Of the web page around the story. */
  readonly pagePublished: readonly string[];
  readonly created: readonly string[];
  readonly uploaded: readonly string[];
  readonly modified: readonly string[];
}

export interface DateMark {
  /** Is an element made for moments. */
  readonly isTime: boolean;
  readonly words: readonly string[];
  readonly roles: readonly string[];
  readonly region: Region;
  /** The line that it begins in, and what precedes it there, as far as it may be a label. */
  readonly line: number;
  readonly label: string;
  readonly text: string;
  /** Its attributes that may be machine-readable, likeliest first. */
  readonly values: readonly string[];
  readonly isMicrodata: boolean;
}

/** A line of the page: as much of it as tells a date. Empty where it holds none. */
export interface DateLine {
  readonly text: string;
  readonly region: Region;
}

/** A line of prose that happens to hold a date is longer than this; bylines and date lines are shorter. */
export const LONGEST_LINE = 220;
