import { elementsInOrder } from '../elements-in-order.ts';
import { weightOf } from './text-measure.ts';

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

const BLOCKS = [...BLOCK_TAGS].join(',').toLowerCase();

/** Text of this weight without a link is running text. */
const PROSE_WEIGHT = 70;

/** The smallest block-level element around some text: a paragraph, a list item, a heading, a cell. */
export interface Block {
  readonly element: Element;
  /** White space collapsed. */
  readonly text: string;
  /** Length in Latin letters (`weightOf`). */
  readonly weight: number;
  /** Share of the text that is in links, 0 to 1. */
  readonly linkShare: number;
  readonly heading: boolean;
}

/** True where the element contains no block. */
export function isLeaf(element: Element): boolean {
  return element.querySelector(BLOCKS) === null;
}

export function isBlock(element: Element): boolean {
  return BLOCK_TAGS.has(element.tagName);
}

/** Running text: long enough for a sentence, and not made of links. */
export function isProse(block: Block): boolean {
  return !block.heading && block.weight >= PROSE_WEIGHT && block.linkShare < 0.5;
}

/** What was read of a tree. Passes only take blocks out of it, so the rest stays true. */
const read = new WeakMap<Element, readonly Block[]>();

/** The blocks of a story in order, captions left out. */
export function blocksOf(root: Element): Block[] {
  const blocks = read.get(root) ?? readBlocks(root);
  read.set(root, blocks);
  return blocks.filter(({ element }) => root.contains(element));
}

function readBlocks(root: Element): Block[] {
  const blocks: Block[] = [];
  const elements = elementsInOrder(root, isBlock);
  elements.forEach((element, index) => {
    const next = elements[index + 1];
    if (next && element.contains(next)) return;
    if (element.tagName === 'FIGCAPTION' || element.closest('figure, figcaption')) return;
    const block = readBlock(element);
    if (block.text !== '') blocks.push(block);
  });
  return blocks;
}

export function readBlock(element: Element): Block {
  const text = collapse(element.textContent ?? '');
  const weight = weightOf(text);
  return {
    element,
    text,
    weight,
    linkShare: weight === 0 ? 0 : linkWeight(element) / weight,
    heading: isHeading(element),
  };
}

function linkWeight(element: Element): number {
  if (element.closest('a[href]')) return weightOf(element.textContent ?? '');
  let sum = 0;
  for (const link of Array.from(element.querySelectorAll('a'))) {
    if (link.hasAttribute('href')) sum += weightOf(link.textContent ?? '');
  }
  return sum;
}

function isHeading(element: Element): boolean {
  return /^H[1-6]$/.test(element.tagName);
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
