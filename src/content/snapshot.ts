import { ClipError } from '../core/model/failure.ts';
import { runSteps, type Steps } from '../core/model/steps.ts';
import { ChangeWatch } from './change-watch.ts';
import { clearForms } from './clear-forms.ts';
import { composeShadowTrees, type Host, type Slot } from './compose-shadow-trees.ts';
import { hideUnseen } from './hide-unseen.ts';
import { keepShownImage } from './keep-shown-image.ts';
import { markLayout } from './mark-layout.ts';
import { readSelection, selectedRanges } from './read-selection.ts';

/** What was taken of a page. */
export interface Snapshot {
  /** The page as the reader saw it. What was out of sight is marked `hidden`: it may still date or name the story. */
  readonly copy: Document;
  /** What the reader had selected, in a separate element. */
  readonly selection?: HTMLElement;
  /** The copy holds what the page itself does not show to a look from outside. */
  readonly hasShadowTrees: boolean;
}

/** Of a larger page only what is around a selection is read: who selects a part of it does not want to wait for the rest. */
const LARGE = 120_000;

/** The copy of a larger page needs more memory than a tab may have: some 2.4 kB for every node in Chromium. */
const MOST_ELEMENTS = 500_000;

/** Elements that are looked at in one step, in some 5 ms. */
const STEP = 2_000;

/** The share of a clip that the copy takes (`model/steps.ts`). */
const SHARE = 0.2;

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
 * The tree is copied in one go, and a large one is looked at in steps. Where the page changes between them, the copy is
 * made anew in a single step: all of it is the page at one moment, as far as its trees tell.
 *
 * @throws {ClipError} `too-large`
 */
export function* snapshotInSteps(live: Document, limits: Limits = {}): Steps<Snapshot> {
  const watch = new ChangeWatch();
  try {
    return (yield* takeSnapshot(live, limits, watch)) ?? snapshot(live, limits);
  } finally {
    watch.end();
  }
}

/** The same in a single step. @throws {ClipError} `too-large` */
export function snapshot(live: Document, limits: Limits = {}): Snapshot {
  const taken = runSteps(takeSnapshot(live, limits));
  if (!taken) throw new Error('a page has changed while nothing else ran');
  return taken;
}

/** Numbers of elements. Other than usual in tests only. */
interface Limits {
  /** Above it, only what is around a selection is read, where there is one. */
  readonly large?: number;
  /** Above it, nothing is read. */
  readonly most?: number;
  /** So many are looked at in one step. */
  readonly step?: number;
}

/** How a page is looked at: so many elements in a step, until it changes. */
interface Pace {
  readonly step: number;
  readonly watch: ChangeWatch | undefined;
}

/** @returns undefined where the page has changed meanwhile. */
function* takeSnapshot(live: Document, limits: Limits, watch?: ChangeWatch): Steps<Snapshot | undefined> {
  const root = rootOf(live);
  const part = partToRead(root, limits);
  const copy = Node.prototype.cloneNode.call(live, false) as Document;
  watch?.begin(part);
  const clone = copy.importNode(part, true);
  const ranges = selectedRanges(copy, part, clone);
  const facts = yield* takeFacts(copy, part, clone, { step: limits.step ?? STEP, watch });
  if (!facts) return undefined;
  const { hosts, slots } = facts;
  const selection = readSelection(copy, ranges);
  composeShadowTrees(hosts, slots);
  const whole = part === root ? clone : pageAround(copy, root, clone);
  // Before it is in a document, to which each removal would be told.
  for (const style of whole.querySelectorAll('style')) style.remove();
  for (const tree of selection ? [whole, selection] : [whole]) clearForms(tree);
  copy.appendChild(whole);
  return { copy, hasShadowTrees: hosts.length > 0, ...(selection ? { selection } : {}) };
}

/** The whole page; of a large one what is around the reader's selection, if that is small enough. */
function partToRead(root: Element, { large = LARGE, most = MOST_ELEMENTS }: Limits): Element {
  const isSmall = (part: Element): boolean => part.getElementsByTagName('*').length <= large;
  if (isSmall(root)) return root;
  const selection = getSelection();
  const around = selection?.isCollapsed === false ? selection.getRangeAt(0).commonAncestorContainer : null;
  const part = around instanceof Element ? around : around?.parentElement;
  // A form may hide the methods that would count what is in it.
  if (part && !(part instanceof HTMLFormElement) && root.contains(part) && isSmall(part)) return part;
  if (root.getElementsByTagName('*').length <= most) return root;
  throw new ClipError('too-large');
}

/** A page of nothing but a part of its body, and its head. */
function pageAround(copy: Document, root: Element, clone: Element): Element {
  const page = copy.importNode(root, false);
  const head = root.querySelector('head');
  const body = copy.createElement('body');
  body.append(clone);
  page.append(...(head ? [copy.importNode(head, true)] : []), body);
  return page;
}

/** The live page's root element. */
export function rootOf(live: Document): Element {
  return Reflect.get(Document.prototype, 'documentElement', live);
}

/**
 * Walks the page and its clone in step, and notes on the clone what the page alone knows. Shadow trees are imported as
 * their hosts are met, and walked likewise.
 */
function* takeFacts(
  copy: Document,
  root: Element,
  clone: Element,
  pace: Pace,
): Steps<{ hosts: Host[]; slots: Slot[] } | undefined> {
  const hosts: Host[] = [];
  const slots: Slot[] = [];
  const visit = (element: Element, its: Element): boolean => {
    const name = nameOf(its);
    if (CLOSED.has(name)) return false;
    if (hideUnseen(element, its, name)) return false;
    markLayout(element, its, name);
    if (name === 'img' && element instanceof HTMLImageElement) keepShownImage(element, its);
    if (name === 'slot' && element instanceof HTMLSlotElement) slots.push({ slot: element, clone: its });
    const shadow = name === 'form' ? null : element.shadowRoot;
    if (shadow) {
      hosts.push(hostOf(copy, element, its, shadow));
      pace.watch?.begin(shadow);
    }
    return true;
  };
  clone.removeAttribute('hidden');
  if (visit(root, clone)) yield* walkInStep(root, clone, visit, pace);
  // A host met in a shadow tree is appended while this runs, and has its turn.
  for (const { shadow, shadowClone } of hosts) yield* walkInStep(shadow, shadowClone, visit, pace);
  return pace.watch?.hasChanged ? undefined : { hosts, slots };
}

/** The local name of an element; only a form can hide it behind a control. */
function nameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

function hostOf(copy: Document, host: Element, clone: Element, shadow: ShadowRoot): Host {
  const shadowClone = copy.createDocumentFragment();
  for (const child of shadow.childNodes) shadowClone.append(copy.importNode(child, true));
  return { clone, shadow, shadowClone, children: [...host.childNodes], childClones: [...clone.childNodes] };
}

/**
 * Calls `visit` for every element below two tops of trees of the same shape; false passes over what is below. By lists
 * and not by walkers, each step of which costs a call into the browser. Ends where the page has changed between steps.
 */
function* walkInStep(
  top: ParentNode,
  cloneTop: ParentNode,
  visit: (element: Element, clone: Element) => boolean,
  { step, watch }: Pace,
): Steps<void> {
  const elements = top.querySelectorAll('*');
  const clones = cloneTop.querySelectorAll('*');
  showAll(cloneTop);
  let left = step;
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    const clone = clones[at];
    if (!element || !clone) return;
    if (--left === 0) {
      left = step;
      yield (SHARE * at) / elements.length;
      if (watch?.hasChanged) return;
    }
    if (!visit(element, clone)) at += Element.prototype.getElementsByTagName.call(clone, '*').length;
  }
}

/** Takes off the marks that the page's own `hidden` would be read as: its style sheets may overrule it. */
function showAll(top: ParentNode): void {
  for (const element of top.querySelectorAll('[hidden]')) Element.prototype.removeAttribute.call(element, 'hidden');
}
