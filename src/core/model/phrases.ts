/**
 * What lines of boilerplate begin with, in one language or a family of them. Phrases are written in lower case, `|`
 * between them; a line that begins with `#` is a comment.
 */
export interface Phrases {
  /** Labels of source, byline, picture, tags and rights: a line that begins with one is not part of the story. */
  readonly labels: string;
  /** Openings that say so only in the head and the tail of the story: in its midst they begin sentences. */
  readonly openings: string;
  /** How a call to subscribe, follow, join, donate, comment or buy begins. */
  readonly calls: string;
  /** What precedes a link to another story. */
  readonly related: string;
  /** Headings after which only the publisher speaks: about the company, the author, rights, comments. */
  readonly tailHeadings: string;
  /** How the publisher's own words about itself or the author begin, after the last paragraph of the story. */
  readonly signOffs: string;
  /** Words, by their stems as parts of a regular expression, of what a call is about: a sentence of the story hardly has one. */
  readonly callWords: string;
  /** Stems that many calls have, and sentences as well. */
  readonly promoWords: string;
  /** Words that speak to the reader, or for the publisher. */
  readonly addressWords: string;
}
