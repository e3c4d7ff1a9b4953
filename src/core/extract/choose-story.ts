import { NameIndex } from './clean/names.ts';
import { type ProseNode, TextMeasure } from './clean/text-measure.ts';
import { declaredBody } from './declared-body.ts';
import { ATTEMPTS, runReadability } from './readability.ts';
import { Standfirst, titleHeading } from './standfirst.ts';

/** Readability tries again with fewer rules below this much prose, as Latin letters (its own default is 500 characters). */
const ENOUGH_PROSE = 400;

/** A result with this share of the declared body's prose has found it. */
const COVERED = 0.75;

/** A declared body with less than this share of the prose that Readability found is a teaser or a slot of that name. */
const BELIEVED = 0.6;

/** A later attempt must bring this many times the prose of an earlier one. */
const WORTHWHILE = 1.3;

export interface Story {
  readonly root: Element;
  /** The block inside `root` that the page declares to be the story, where there is one. */
  readonly body?: Element;
  /** Paragraphs that were put in front of it from below the headline. */
  readonly standfirst: readonly Element[];
  /** False where it was found only by giving up rules. */
  readonly certain: boolean;
}

/**
 * Readability's choice, checked: where the page itself says which block is its story, and Readability took another one,
 * the page is believed.
 */
export function chooseStory(
  document: Document,
  { title, language }: { title: string; language: string },
): Story | undefined {
  const page = document.body;
  const measure = new TextMeasure(page);
  const heading = titleHeading(page, title);
  const standfirst = new Standfirst(page, heading, language);
  const declared = declaredBody(page, new NameIndex(page), measure);
  const prose = declared ? measure.proseWithin(declared) : [];
  const path = declared ? pathTo(declared, page) : [];
  const spare = page.cloneNode(true) as Element;

  const first = runReadability(document, ATTEMPTS[0] ?? 0);
  let best = first;
  let most = first ? new TextMeasure(first).total.prose : 0;
  if (declared) {
    if (first && coverage(first, prose) >= COVERED) {
      const opening = standfirst.restore(first, (node) => first.contains(node));
      return { root: first, body: declared, standfirst: opening, certain: true };
    }
    const twin = at(path, spare);
    if (twin && measure.of(declared).prose >= most * BELIEVED) {
      const root = asRoot(twin);
      const opening = standfirst.restore(root, (node) => prose.some((one) => one.node === node));
      return { root, standfirst: opening, certain: true };
    }
  }

  for (const flags of ATTEMPTS.slice(1)) {
    if (most >= ENOUGH_PROSE) break;
    document.body.replaceWith(spare.cloneNode(true));
    const found = runReadability(document, flags);
    if (!found) continue;
    const amount = new TextMeasure(found).total.prose;
    if (!best || amount > most * WORTHWHILE) {
      best = found;
      most = amount;
    }
  }
  if (!best) return undefined;
  const opening = best === first ? standfirst.restore(best, (node) => first.contains(node)) : [];
  return { root: best, standfirst: opening, certain: best === first };
}

/** The share of some prose that stands in a tree, 0 to 1. */
function coverage(root: Element, prose: readonly ProseNode[]): number {
  let all = 0;
  let there = 0;
  for (const { node, weight } of prose) {
    all += weight;
    if (root.contains(node)) there += weight;
  }
  return all === 0 ? 0 : there / all;
}

/** Child places from a tree's root to one of its elements, so that its twin in a clone can be found. */
function pathTo(element: Element, root: Element): number[] {
  const path: number[] = [];
  for (let node: Element = element; node !== root; ) {
    const parent: Element | null = node.parentElement;
    if (!parent) return [];
    path.unshift(Array.prototype.indexOf.call(parent.children, node));
    node = parent;
  }
  return path;
}

function at(path: readonly number[], root: Element): Element | undefined {
  let element: Element | undefined = root;
  for (const place of path) element = element?.children[place];
  return element;
}

function asRoot(element: Element): Element {
  const root = element.ownerDocument.createElement('div');
  root.append(element);
  return root;
}
