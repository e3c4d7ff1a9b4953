import type { Removal } from '../../model/article.ts';
import type { Modules } from '../../model/modules.ts';
import type { AuthorNames } from './author-names.ts';
import type { NameIndex } from './names.ts';
import type { PhraseTables } from './phrases.ts';
import type { Removed, TextMeasure } from './text-measure.ts';

/** What a pass may know beside the tree it works on. */
export interface PassContext {
  /** The page's address. */
  readonly url: string;
  /** The story's headline as the metadata has it; empty where unknown. */
  readonly title: string;
  /** The page's own summary of the story; empty where unknown. */
  readonly description: string;
  /** BCP 47 tag; empty where unknown. */
  readonly language: string;
  readonly authors: AuthorNames;
  /** The block that the page declares to be its story, once one was found. */
  readonly body?: Element;
  /** Paragraphs that were put in front of the body from below the headline. */
  readonly standfirst: readonly Element[];
  /** What lines of boilerplate begin with, in the languages that the page may be written in. */
  readonly phrases: PhraseTables;
  /** What is known of Chinese, Japanese and Korean, where the page may be written in them. */
  readonly eastAsian: Modules['east-asian'] | undefined;
  /** Class and id words of the page, indexed before anything was taken out. */
  readonly names: NameIndex;
  /** Amounts of text in the page, measured before anything was taken out. */
  readonly measure: TextMeasure;
  /** What was taken out so far, and why. */
  readonly trace: Removal[];
  /** The same as elements. */
  readonly removed: Removed[];
}

/** One kind of boilerplate, taken out of `root` in place. Every removal goes through `remove`. */
export type Pass = (root: Element, context: PassContext) => void;

const TRACE_LENGTH = 120;

/** Takes a node out of the tree and says so in the trace. */
export function remove(element: Element, pass: string, reason: string, context: PassContext): void {
  if (!element.parentNode) return;
  const text = (element.textContent ?? '')
    .trimStart()
    .slice(0, TRACE_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  context.trace.push({ pass, reason, text: text.slice(0, TRACE_LENGTH) });
  context.removed.push({ element, parent: element.parentElement, next: element.nextSibling });
  element.remove();
}
