import { compile } from 'css-select';
import { ELEMENT, elementsBelow, type PageNode } from './page-node.ts';

/** An element, as far as selectors need it. */
interface SelectorElement extends PageNode {
  readonly localName: string;
  /** The value of an attribute without a namespace. */
  plainAttribute(name: string): string | undefined;
}

type Predicate = (node: PageNode) => boolean;

function isElement(node: PageNode): node is SelectorElement {
  return node.nodeType === ELEMENT;
}

const ADAPTER = {
  isTag: isElement,
  getName: ({ localName }: SelectorElement) => localName,
  getAttributeValue: (element: SelectorElement, name: string) => element.plainAttribute(name),
  hasAttrib: (element: SelectorElement, name: string) => element.plainAttribute(name) !== undefined,
  getParent: ({ parentNode }: PageNode) => parentNode,
  getChildren: ({ childNodes }: PageNode) => childNodes,
  getSiblings: (node: PageNode) => node.parentNode?.childNodes ?? [node],
  prevElementSibling: ({ previousElementSibling }: PageNode) =>
    previousElementSibling && isElement(previousElementSibling) ? previousElementSibling : null,
  getText: ({ textContent }: PageNode) => textContent ?? '',
  removeSubsets: (nodes: PageNode[]) =>
    nodes.filter((node) => !nodes.some((other) => other !== node && other.contains(node))),
};

/** Compiled selectors by text, for documents in standards mode and in quirks mode. */
const standards = new Map<string, Predicate>();
const quirks = new Map<string, Predicate>();
/** The style sheets of pages bring ever more selectors. */
const MOST_COMPILED = 2_000;

/** Returns whether an element matches a selector, compiled once. @throws {Error} for a selector that cannot be read. */
function compiled(selector: string, root: PageNode): Predicate {
  const quirksMode = root.owner().compatMode === 'BackCompat';
  // Relative to the queried element, which a selector that is compiled once does not know.
  if (selector.includes(':scope')) return compileFor(selector, quirksMode, [root]);
  const known = quirksMode ? quirks : standards;
  const found = known.get(selector);
  if (found) return found;
  if (known.size >= MOST_COMPILED) known.clear();
  const own = copied(selector);
  const predicate = compileFor(own, quirksMode);
  known.set(own, predicate);
  return predicate;
}

/** A text of its own: the selector of a style sheet is a slice of its page, and keeps the whole page in memory. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function compileFor(selector: string, quirksMode: boolean, scope?: PageNode[]): Predicate {
  const options = { adapter: ADAPTER, quirksMode, cacheResults: false };
  try {
    const test = compile<PageNode, SelectorElement>(selector, options, scope);
    return (node) => isElement(node) && test(node);
  } catch (error) {
    throw new Error(`${selector} is no selector`, { cause: error });
  }
}

export function selectAll(root: PageNode, selector: string): PageNode[] {
  return elementsBelow(root).filter(compiled(selector, root));
}

export function selectFirst(root: PageNode, selector: string): PageNode | null {
  return elementsBelow(root).find(compiled(selector, root)) ?? null;
}

export function matchesSelector(element: PageNode, selector: string): boolean {
  return compiled(selector, element)(element);
}

export function selectClosest(element: PageNode, selector: string): PageNode | null {
  const isMatch = compiled(selector, element);
  let node: PageNode | null = element;
  while (node && !isMatch(node)) node = node.parentNode;
  return node;
}
