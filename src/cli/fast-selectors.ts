import { compile } from 'css-select';
import type { DOMWindow } from 'jsdom';
import { jsdomNodes } from './jsdom-nodes.ts';

/**
 * Replaces jsdom's selector engine in a window by css-select: compiled once, matched on jsdom's own nodes below the
 * wrappers that scripts see, over a list of elements that is kept until the tree changes. jsdom's engine takes half of
 * the time of a clip. Results are arrays in the order of the tree.
 *
 * A selector that css-select cannot read is left to jsdom.
 */
export function useFastSelectors(window: DOMWindow): void {
  const { nodeOf, wrapperOf: elementOf } = jsdomNodes<TreeNode>(window.document);
  for (const { prototype } of [window.Document, window.DocumentFragment, window.Element]) {
    const { querySelector, querySelectorAll } = prototype;
    define(prototype, 'querySelector', function first(this: ParentNode & Node, selector: string) {
      const node = nodeOf(this);
      const isMatch = compiled(selector, node);
      return isMatch ? elementOf(elementsBelow(node).find(isMatch)) : querySelector.call(this, selector);
    });
    define(prototype, 'querySelectorAll', function all(this: ParentNode & Node, selector: string) {
      const node = nodeOf(this);
      const isMatch = compiled(selector, node);
      return isMatch ? elementsBelow(node).filter(isMatch).map(elementOf) : querySelectorAll.call(this, selector);
    });
  }

  const { matches, closest } = window.Element.prototype;
  define(window.Element.prototype, 'matches', function isMatched(this: Element, selector: string) {
    const node = nodeOf(this);
    return compiled(selector, node)?.(node) ?? matches.call(this, selector);
  });
  define(window.Element.prototype, 'closest', function nearest(this: Element, selector: string) {
    const start = nodeOf(this);
    const isMatch = compiled(selector, start);
    if (!isMatch) return closest.call(this, selector);
    let node: TreeNode | null = start;
    while (node && !isMatch(node)) node = node.parentNode;
    return elementOf(node);
  });
}

/** A node of jsdom below its wrapper, as far as selectors need it. */
interface TreeNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly parentNode: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly previousElementSibling: TreeNode | null;
  readonly textContent: string;
  getAttributeNS(namespace: null, name: string): string | null;
  hasAttributeNS(namespace: null, name: string): boolean;
  /** Counts the changes of the node and of all below it. */
  readonly _version: number;
  readonly _ownerDocument: { readonly compatMode: string };
}

type Predicate = (node: TreeNode) => boolean;

const ELEMENT = 1;
const isElement = (node: TreeNode): node is TreeNode => node.nodeType === ELEMENT;

function childrenOf(node: TreeNode): TreeNode[] {
  const children: TreeNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const ADAPTER = {
  isTag: isElement,
  getName: ({ localName }: TreeNode) => localName,
  getAttributeValue: (node: TreeNode, name: string) => node.getAttributeNS(null, name) ?? undefined,
  hasAttrib: (node: TreeNode, name: string) => node.hasAttributeNS(null, name),
  getParent: ({ parentNode }: TreeNode) => parentNode,
  getChildren: childrenOf,
  getSiblings: (node: TreeNode) => (node.parentNode ? childrenOf(node.parentNode) : [node]),
  prevElementSibling: ({ previousElementSibling }: TreeNode) => previousElementSibling,
  getText: ({ textContent }: TreeNode) => textContent,
  removeSubsets: (nodes: TreeNode[]) =>
    nodes.filter((node) => !nodes.some((other) => other !== node && holds(other, node))),
};

function holds(outer: TreeNode, inner: TreeNode): boolean {
  for (let node = inner.parentNode; node; node = node.parentNode) if (node === outer) return true;
  return false;
}

/** Compiled selectors by text, for documents in standards mode and in quirks mode; nothing for one that is not read. */
const standards = new Map<string, Predicate | undefined>();
const quirks = new Map<string, Predicate | undefined>();
/** The style sheets of pages bring ever more selectors. */
const MOST_COMPILED = 5_000;

function compiled(selector: string, { _ownerDocument }: TreeNode): Predicate | undefined {
  const quirksMode = _ownerDocument.compatMode === 'BackCompat';
  const known = quirksMode ? quirks : standards;
  const found = known.get(selector);
  if (found || known.has(selector)) return found;
  if (known.size === MOST_COMPILED) known.clear();
  const predicate = compileOrNot(selector, quirksMode);
  known.set(selector, predicate);
  return predicate;
}

function compileOrNot(selector: string, quirksMode: boolean): Predicate | undefined {
  // Relative to the queried element, which a selector that is compiled once does not know.
  if (selector.includes(':scope')) return undefined;
  try {
    return compile<TreeNode, TreeNode>(selector, { adapter: ADAPTER, quirksMode, cacheResults: false });
  } catch {
    return undefined; // jsdom's engine says what is wrong with it.
  }
}

const lists = new WeakMap<TreeNode, { readonly version: number; readonly elements: readonly TreeNode[] }>();

/** A shorter list is made anew faster than the collector of memory follows it. */
const WORTH_KEEPING = 64;

/** The elements below a node, in order. */
function elementsBelow(root: TreeNode): readonly TreeNode[] {
  const version = root._version;
  const known = lists.get(root);
  if (known?.version === version) return known.elements;
  const elements: TreeNode[] = [];
  collect(root, elements);
  if (elements.length >= WORTH_KEEPING) lists.set(root, { version, elements });
  return elements;
}

function collect(parent: TreeNode, elements: TreeNode[]): void {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue;
    elements.push(child);
    collect(child, elements);
  }
}

function define(prototype: object, name: string, value: (...args: never[]) => unknown): void {
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}
