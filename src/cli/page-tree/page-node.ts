/** The values of `Node.nodeType`. */
export const ELEMENT = 1;
export const TEXT = 3;
export const COMMENT = 8;
export const DOCUMENT = 9;
export const DOCUMENT_TYPE = 10;
export const FRAGMENT = 11;

/** What a node asks of its document. */
export interface OwnerDocument {
  readonly compatMode: 'BackCompat' | 'CSS1Compat';
  /** The address that the page counts as being at. */
  readonly URL: string;
  createTextNode(data: string): PageNode;
  createDocumentFragment(): PageNode;
}

/**
 * A node of a page's tree, with the members of the DOM's `Node` and `ChildNode` that clips use. Links are plain fields, and
 * every kind of node has the same ones, so that a walk costs a field read a step.
 */
export abstract class PageNode {
  readonly nodeType: number;
  /** Null for a document, as in the DOM. */
  ownerDocument: OwnerDocument | null;
  parentNode: PageNode | null;
  previousSibling: PageNode | null;
  nextSibling: PageNode | null;
  firstChild: PageNode | null;
  lastChild: PageNode | null;

  // Assigned here and not where they are declared: that takes a call more for every node.
  constructor(nodeType: number, ownerDocument: OwnerDocument | null) {
    this.nodeType = nodeType;
    this.ownerDocument = ownerDocument;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
    this.firstChild = null;
    this.lastChild = null;
  }

  abstract get nodeName(): string;
  /** A copy without children. */
  protected abstract copy(): PageNode;

  get nodeValue(): string | null {
    return null;
  }

  get textContent(): string | null {
    return null;
  }

  get childNodes(): PageNode[] {
    const children: PageNode[] = [];
    for (let child = this.firstChild; child; child = child.nextSibling) children.push(child);
    return children;
  }

  get parentElement(): PageNode | null {
    return this.parentNode?.nodeType === ELEMENT ? this.parentNode : null;
  }

  get nextElementSibling(): PageNode | null {
    let node = this.nextSibling;
    while (node && node.nodeType !== ELEMENT) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): PageNode | null {
    let node = this.previousSibling;
    while (node && node.nodeType !== ELEMENT) node = node.previousSibling;
    return node;
  }

  hasChildNodes(): boolean {
    return this.firstChild !== null;
  }

  contains(other: PageNode | null | undefined): boolean {
    for (let node = other; node; node = node.parentNode) if (node === this) return true;
    return false;
  }

  /** Returns the flags of `Node.compareDocumentPosition`. */
  compareDocumentPosition(other: PageNode): number {
    if (this === other) return 0;
    const [here, there] = [pathTo(this), pathTo(other)];
    if (here[0] !== there[0]) return DISCONNECTED | PRECEDING;
    let shared = 1;
    while (shared < here.length && here[shared] === there[shared]) shared++;
    const [mine, its] = [here[shared], there[shared]];
    if (!mine) return CONTAINED_BY | FOLLOWING;
    if (!its) return CONTAINS | PRECEDING;
    for (let node = mine.nextSibling; node; node = node.nextSibling) if (node === its) return FOLLOWING;
    return PRECEDING;
  }

  /** Takes the node out of its parent. */
  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this;
    if (!parentNode) return;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else parentNode.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else parentNode.lastChild = previousSibling;
    this.parentNode = this.previousSibling = this.nextSibling = null;
    changes++;
  }

  /** @throws {Error} where the node would be in itself, or `before` is no child. */
  insertBefore<Kind extends PageNode>(node: Kind, before: PageNode | null): Kind {
    if (node.contains(this)) throw new Error('HierarchyRequestError: a node cannot be put into itself');
    if (before && before.parentNode !== this) throw new Error('NotFoundError: the reference node is no child');
    if (node.nodeType === FRAGMENT) {
      for (const child of node.childNodes) this.insertBefore(child, before);
      return node;
    }
    if (node === before) return node;
    node.remove();
    const owner = this.owner();
    if (node.ownerDocument !== owner) adopt(node, owner);
    this.link(node, before);
    return node;
  }

  appendChild<Kind extends PageNode>(node: Kind): Kind {
    return this.insertBefore(node, null);
  }

  removeChild<Kind extends PageNode>(node: Kind): Kind {
    if (node.parentNode !== this) throw new Error('NotFoundError: the node is no child');
    node.remove();
    return node;
  }

  replaceChild<Kind extends PageNode>(node: PageNode, old: Kind): Kind {
    if (node.contains(this)) throw new Error('HierarchyRequestError: a node cannot be put into itself');
    if (old.parentNode !== this) throw new Error('NotFoundError: the node is no child');
    if (node === old) return old;
    const next = old.nextSibling === node ? node.nextSibling : old.nextSibling;
    old.remove();
    this.insertBefore(node, next);
    return old;
  }

  before(...items: readonly (PageNode | string)[]): void {
    let previous = this.previousSibling;
    while (previous && items.includes(previous)) previous = previous.previousSibling;
    const parent = this.parentNode;
    parent?.insertBefore(this.nodeOf(items), previous ? previous.nextSibling : parent.firstChild);
  }

  after(...items: readonly (PageNode | string)[]): void {
    const [parent, next] = [this.parentNode, this.viableNext(items)];
    parent?.insertBefore(this.nodeOf(items), next);
  }

  replaceWith(...items: readonly (PageNode | string)[]): void {
    const parent = this.parentNode;
    if (!parent) return;
    const next = this.viableNext(items);
    const node = this.nodeOf(items);
    if (this.parentNode === parent) parent.replaceChild(node, this);
    else parent.insertBefore(node, next);
  }

  cloneNode(deep = false): PageNode {
    const copy = this.copy();
    if (deep) {
      for (let child = this.firstChild; child; child = child.nextSibling) copy.link(child.cloneNode(true), null);
    }
    return copy;
  }

  /** Puts a node that has no parent, of the same document, among the children. Checks nothing. */
  link(node: PageNode, before: PageNode | null): void {
    const previous = before ? before.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
    changes++;
  }

  /** The document that the node belongs to; a document belongs to itself. */
  owner(): OwnerDocument {
    if (!this.ownerDocument) throw new Error('a node without a document');
    return this.ownerDocument;
  }

  /** One node of many, by way of a fragment. */
  protected nodeOf(items: readonly (PageNode | string)[]): PageNode {
    const owner = this.owner();
    const nodes = items.map((item) => (item instanceof PageNode ? item : owner.createTextNode(String(item))));
    const [only] = nodes;
    if (only && nodes.length === 1) return only;
    const fragment = owner.createDocumentFragment();
    for (const node of nodes) fragment.insertBefore(node, null);
    return fragment;
  }

  private viableNext(items: readonly (PageNode | string)[]): PageNode | null {
    let next = this.nextSibling;
    while (next && items.includes(next)) next = next.nextSibling;
    return next;
  }
}

/** Counts the changes of all trees: while it is the same, a list of elements holds. */
let changes = 0;

const lists = new WeakMap<PageNode, { readonly changes: number; readonly elements: readonly PageNode[] }>();

/** The elements below a node, in order. A list is kept until a tree changes: many passes only look. */
export function elementsBelow(root: PageNode): readonly PageNode[] {
  const known = lists.get(root);
  if (known?.changes === changes) return known.elements;
  const elements: PageNode[] = [];
  for (let node = nextInTree(root, root); node; node = nextInTree(node, root)) {
    if (node.nodeType === ELEMENT) elements.push(node);
  }
  if (elements.length >= WORTH_KEEPING) lists.set(root, { changes, elements });
  return elements;
}

/** A shorter list is made anew faster than the collector of memory follows it. */
const WORTH_KEEPING = 64;

/** The flags of `Node.compareDocumentPosition`. */
const DISCONNECTED = 1;
const PRECEDING = 2;
const FOLLOWING = 4;
const CONTAINS = 8;
const CONTAINED_BY = 16;

/** The ancestors of a node from its root down, and the node. */
function pathTo(node: PageNode): PageNode[] {
  const path: PageNode[] = [];
  for (let one: PageNode | null = node; one; one = one.parentNode) path.push(one);
  return path.reverse();
}

function adopt(root: PageNode, owner: OwnerDocument): void {
  root.ownerDocument = owner;
  for (let child = root.firstChild; child; child = child.nextSibling) adopt(child, owner);
}

/** The node after this one in the order of a tree, below its root; null at the end. */
export function nextInTree(node: PageNode, root: PageNode): PageNode | null {
  if (node.firstChild) return node.firstChild;
  let one: PageNode | null = node;
  while (one && one !== root) {
    if (one.nextSibling) return one.nextSibling;
    one = one.parentNode;
  }
  return null;
}
