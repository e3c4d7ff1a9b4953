import { ClipError } from '../core/failure.ts';
import { clearForms } from './clear-forms.ts';
import { composeShadowTrees, type Host, type Slot } from './compose-shadow-trees.ts';
import { hideUnseen } from './hide-unseen.ts';
import { keepShownImage } from './keep-shown-image.ts';
import { readSelection } from './read-selection.ts';

/** What was taken of a page. */
export interface Snapshot {
  /** The page as the reader saw it. What was out of sight is marked `hidden`: it may still date or name the story. */
  readonly copy: Document;
  /** What the reader had selected, in an element of its own. */
  readonly selection?: HTMLElement;
}

/** Reading takes 7–9 ms for every 1,000 elements in Chromium: a tab stands still for two seconds at most. */
const MOST_ELEMENTS = 250_000;

/** SVG drawings hold no text of the story, and their parts are laid out by other rules. */
const CLOSED = new Set(['svg', 'math']);

/**
 * A copy of the live page, with what only the live page knows: which elements are out of sight, what open shadow trees
 * show, which image the browser chose, what is selected. The live page is read and never changed.
 *
 * Style sheets stay behind: a cloned document would parse every one of them again (7–21 ms on large pages). The tree is
 * imported into a document that is not shown, as a clone made within the page would run its custom elements.
 *
 * DOM methods are called on forms and on the live document through their prototypes only: a form answers with its own
 * control where one is named like a method (`<input name="setAttribute">`), a document with its own image.
 *
 * @throws {ClipError} `too-large`
 */
export function snapshot(live: Document): Snapshot {
  const root = rootOf(live);
  if (root.getElementsByTagName('*').length > MOST_ELEMENTS) throw new ClipError('too-large');

  const copy = Node.prototype.cloneNode.call(live, false) as Document;
  const twin = copy.importNode(root, true);
  const { hosts, slots } = takeFacts(copy, root, twin);
  const selection = readSelection(copy, root, twin);
  composeShadowTrees(hosts, slots);
  for (const style of twin.querySelectorAll('style')) style.remove();
  for (const part of selection ? [twin, selection] : [twin]) clearForms(part);
  copy.appendChild(twin);
  return selection ? { copy, selection } : { copy };
}

/** The live page's root element. */
export function rootOf(live: Document): Element {
  return Reflect.get(Document.prototype, 'documentElement', live);
}

/**
 * Walks the page and its twin in step, and notes on the twin what the page alone knows. Shadow trees are imported as
 * their hosts are met, and walked likewise.
 */
function takeFacts(copy: Document, root: Element, twin: Element): { hosts: Host[]; slots: Slot[] } {
  const hosts: Host[] = [];
  const slots: Slot[] = [];
  const visit = (element: Element, its: Element): boolean => {
    const name: string = Reflect.get(Element.prototype, 'localName', element);
    if (CLOSED.has(name)) return false;
    if (hideUnseen(element, its, name)) return false;
    if (element instanceof HTMLImageElement) keepShownImage(element, its);
    if (element instanceof HTMLSlotElement) slots.push({ slot: element, twin: its });
    const shadow: ShadowRoot | null = Reflect.get(Element.prototype, 'shadowRoot', element);
    if (shadow) hosts.push(hostOf(copy, element, its, shadow));
    return true;
  };
  walkInStep(copy, root, twin, visit);
  // A host met in a shadow tree is appended while this runs, and has its turn.
  for (const { shadow, shadowTwin } of hosts) walkInStep(copy, shadow, shadowTwin, visit);
  return { hosts, slots };
}

function hostOf(copy: Document, host: Element, twin: Element, shadow: ShadowRoot): Host {
  const shadowTwin = copy.createDocumentFragment();
  for (const child of shadow.childNodes) shadowTwin.append(copy.importNode(child, true));
  return { twin, shadow, shadowTwin, children: [...host.childNodes], childTwins: [...twin.childNodes] };
}

/** Calls `visit` for every element of two trees of the same shape; false passes over what is below. */
function walkInStep(
  copy: Document,
  tree: Node,
  twinTree: Node,
  visit: (element: Element, twin: Element) => boolean,
): void {
  const walker = copy.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
  const twinWalker = copy.createTreeWalker(twinTree, NodeFilter.SHOW_ELEMENT);
  let below = true;
  if (tree instanceof Element && twinTree instanceof Element) below = visit(tree, twinTree);
  for (;;) {
    const element = next(walker, below);
    const twin = next(twinWalker, below);
    if (!(element instanceof Element && twin instanceof Element)) return;
    below = visit(element, twin);
  }
}

/** The next node in document order, with or without what is below the current one. */
function next(walker: TreeWalker, below: boolean): Node | null {
  if (below) return walker.nextNode();
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling || !walker.parentNode()) return sibling;
  }
}
