import { isBlock, isLeaf } from '../extract/clean/blocks.ts';

/** Hold blocks and are none themselves. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'ARTICLE ASIDE BODY CENTER DIV FIELDSET FOOTER FORM HEADER HGROUP MAIN NAV SECTION'.split(' '),
);
const LISTS: ReadonlySet<string> = new Set(['OL', 'UL']);
const NO_TEXT: ReadonlySet<string> = new Set('HEAD LINK META NOSCRIPT SCRIPT STYLE SVG TEMPLATE TITLE'.split(' '));

/** A part of a story that is taken out or put back as one: an element, or a run of bare text between blocks. */
export type StoryUnit = readonly [Node, ...Node[]];

/**
 * The units of a tree in document order: paragraphs, headings, list items, tables, figures, quotations, code. A list item
 * holds the lists inside it. Units without text and picture are left out.
 */
export function storyUnits(root: Element): StoryUnit[] {
  const units: StoryUnit[] = [];
  collect(root, units);
  return units;
}

function collect(container: Element, units: StoryUnit[]): void {
  let run: Node[] = [];
  const flush = (): void => {
    const [first, ...rest] = run;
    if (first && run.some(holdsSomething)) units.push([first, ...rest]);
    run = [];
  };
  for (const node of Array.from(container.childNodes)) {
    if (node.nodeType === 3) run.push(node);
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const tag = element.tagName.toUpperCase();
    if (NO_TEXT.has(tag)) continue;
    if (!isBlock(element) && isLeaf(element)) {
      run.push(element);
      continue;
    }
    flush();
    if (LISTS.has(tag) || (!isLeaf(element) && (CONTAINERS.has(tag) || !isBlock(element)))) collect(element, units);
    else if (holdsSomething(element)) units.push([element]);
  }
  flush();
}

/** True where a reader would miss a node: it has text, or a picture. */
function holdsSomething(node: Node): boolean {
  if ((node.textContent ?? '').trim() !== '') return true;
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  return element.tagName.toUpperCase() === 'IMG' || element.querySelector('img') !== null;
}

/** The element of a unit, where it is one element. */
export function elementOf([first, second]: StoryUnit): Element | undefined {
  return second === undefined && first.nodeType === 1 ? (first as Element) : undefined;
}

/** The text of a unit, white space collapsed. */
export function unitText(unit: StoryUnit): string {
  return unit
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
