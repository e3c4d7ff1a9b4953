import { lettersOf } from '../text/text-folding.ts';
import { readBlock } from './clean/blocks.ts';
import { weightOf } from './clean/text-measure.ts';

/** A text node of this weight outside links is prose, as in `TextMeasure`. */
const PROSE_LENGTH = 60;

/** A unit with a larger share of links leads elsewhere. */
const MOST_LINKS = 0.3;

/** Before the first kept paragraph, and with no kept sibling of its kind, a unit must hold this much text. */
const LEAST_OPENING = 250;

/** A unit is known by so many letters of its text. */
const KNOWN_BY = 60;

/** A unit that a reader fills in, or that is beside the story. */
const APART = 'form, nav';
const NEVER = /^(?:FIG.*|FORM|NAV|ASIDE|FOOTER|BUTTON|A|HEADER)$/;

/** A tree in which the story was looked for, and the story that was found in it. */
interface Found {
  readonly root: Element;
  /** The text nodes of the tree before the search (`textsOf`). */
  readonly texts: readonly Node[];
  /** A copy of the tree as it was before the search. */
  readonly spare: Element;
  /** The place of the headline in `texts`; -1 where the page shows none. */
  readonly headingAt: number;
}

/** The text nodes of a tree that are not blank, in document order. */
export function textsOf(root: Element): Node[] {
  const texts: Node[] = [];
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === 3) {
      if (node.nodeValue?.trim()) texts.push(node);
    } else if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (node === root) return texts;
    }
    node = node?.nextSibling ?? null;
  }
  return texts;
}

/**
 * Puts back what the search left out of a story although it is part of it: prose between paragraphs that were kept,
 * further blocks of the same kind as kept ones, and an opening below the headline. Cleaning passes come later, so only
 * what no pass may judge by is looked at here: a block's place, its kind, and its share of links.
 */
export function completeStory({ root, texts, spare, headingAt }: Found): void {
  const nodes = [...texts];
  const kept = nodes.map((node) => root.contains(node));
  const isProseAt = (at: number): boolean => weightOf(texts[at]?.nodeValue ?? '') >= PROSE_LENGTH;
  const first = kept.findIndex((is, at) => is && isProseAt(at));
  const last = kept.findLastIndex((is, at) => is && isProseAt(at));
  if (first < 0 || !kept.some((is, at) => !is && at > headingAt && isProseAt(at))) return;

  const copies = textsOf(spare);
  const holding = ancestorsOf(copies.filter((_, at) => kept[at]));
  // What is around the headline is its header, with byline and summary.
  const apart = ancestorsOf(copies.filter((_, at) => kept[at] || at === headingAt));
  let there = lettersOf(root.textContent ?? '');
  const seen = new Set<Element>();
  for (let at = headingAt + 1; at < copies.length; at++) {
    const text = copies[at];
    if (kept[at] || !text || !isProseAt(at)) continue;
    const unit = unitOf(text, apart);
    if (!unit || seen.has(unit)) continue;
    seen.add(unit);
    const isBetween = at > first && at < last;
    if (!isPart(unit) || there.includes(lettersOf(text.nodeValue ?? '').slice(0, KNOWN_BY))) continue;
    if (
      !isBetween &&
      !hasKeptTwin(unit, holding) &&
      !(at < first && headingAt >= 0 && readBlock(unit).weight >= LEAST_OPENING)
    )
      continue;
    const copy = unit.cloneNode(true) as Element;
    const start = copies.findIndex((node) => unit.contains(node));
    const inside = textsOf(copy);
    insert(copy, root, nodes[kept.lastIndexOf(true, start)], nodes[kept.indexOf(true, start)]);
    nodes.splice(start, inside.length, ...inside);
    kept.fill(true, start, start + inside.length);
    there += lettersOf(copy.textContent ?? '');
  }
}

function ancestorsOf(nodes: readonly Node[]): ReadonlySet<Node> {
  const ancestors = new Set<Node>();
  for (const node of nodes) {
    for (let one = node.parentNode; one && !ancestors.has(one); one = one.parentNode) ancestors.add(one);
  }
  return ancestors;
}

/** The largest element around a text that holds neither a part of the story nor its headline. */
function unitOf(text: Node, holding: ReadonlySet<Node>): Element | undefined {
  let unit: Element | undefined;
  for (let one = text.parentElement; one && !holding.has(one); one = one.parentElement) unit = one;
  return unit?.parentElement ? unit : undefined;
}

function isPart(unit: Element): boolean {
  return !NEVER.test(unit.tagName) && !unit.querySelector(APART) && readBlock(unit).linkShare <= MOST_LINKS;
}

/** True where a sibling of the same tag and class holds a part of the story. */
function hasKeptTwin(unit: Element, holding: ReadonlySet<Node>): boolean {
  const name = unit.getAttribute('class') ?? '';
  if (name === '' && unit.tagName !== 'SECTION') return false;
  return Array.from(unit.parentElement?.children ?? []).some(
    (other) => holding.has(other) && other.tagName === unit.tagName && (other.getAttribute('class') ?? '') === name,
  );
}

/** Puts a unit beside the part of the story that holds the nearest kept text. */
function insert(unit: Element, root: Element, before: Node | undefined, after: Node | undefined): void {
  let beside = before ?? after;
  const other = before && after;
  while (beside?.parentNode && beside.parentNode !== root && !(other && beside.parentNode.contains(other)))
    beside = beside.parentNode;
  beside?.parentNode?.insertBefore(unit, before ? beside.nextSibling : beside);
}
