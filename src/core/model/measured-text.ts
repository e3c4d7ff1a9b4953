/** Amounts of text below one element, in characters without white space. */
export interface TextAmounts {
  text: number;
  /** Of it, inside links. */
  linkText: number;
  /** Of it, outside links in paragraphs long enough to be running text. */
  prose: number;
}

/** A text node that is prose. Passes and Readability move nodes, but never make a text node anew. */
export interface ProseNode {
  readonly node: Node;
  readonly weight: number;
}

/** The amounts of text of a tree (`extract/clean/text-measure.ts`). */
export interface MeasuredText {
  readonly total: Readonly<TextAmounts>;
  of(element: Element): Readonly<TextAmounts>;
  /** The prose in a part of the tree, in document order. */
  proseWithin(part: Element): readonly ProseNode[];
}
