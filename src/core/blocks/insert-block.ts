import type { StoryUnit } from './story-units.ts';

/** What cannot hold a paragraph between its parts. */
const CLOSED = 'ul, ol, dl, table, figure, blockquote, pre, p, details';

/** A block to put into a story; an item says what kind of list it was in. */
export interface Insertion {
  readonly element: Element;
  readonly list?: 'ul' | 'ol';
}

/**
 * Puts blocks into a story behind a unit of it.
 *
 * @param after absent: in front of everything.
 * @param next the unit behind which nothing may be put; where both are in the same list, the blocks go into the
 *   item of `after`, so that the order stays.
 */
export function insertBlocks(
  story: Element,
  blocks: readonly Insertion[],
  after: StoryUnit | undefined,
  next: StoryUnit | undefined,
): void {
  const elements = withLists(story, blocks, after);
  if (elements.length === 0) return;
  const last = after?.at(-1);
  const nodes = story.ownerDocument.createDocumentFragment();
  nodes.append(...elements);
  if (!last) {
    const before = next ? outermost(story, next[0]) : story.firstChild;
    (before?.parentNode ?? story).insertBefore(nodes, before);
    return;
  }
  const outer = outermost(story, last);
  if (next && outer !== last && outer.contains(next[0])) {
    const holder = last.nodeType === 1 ? (last as Element) : last.parentElement;
    holder?.append(nodes);
  } else outer.parentNode?.insertBefore(nodes, outer.nextSibling);
}

/** The list, table or other closed block around a node, the outermost one; the node itself outside of any. */
function outermost(story: Element, node: Node): Node {
  let found = node;
  for (let at: Node | null = node; at && at !== story; at = at.parentNode) {
    if (at.nodeType === 1 && (at as Element).matches(CLOSED)) found = at;
  }
  return found;
}

/** Puts items into the list that `after` is in, or into lists of their own. Returns what is still to be inserted. */
function withLists(story: Element, blocks: readonly Insertion[], after: StoryUnit | undefined): Element[] {
  const elements: Element[] = [];
  const first = after?.[0];
  let behind = first?.nodeType === 1 && (first as Element).localName === 'li' ? (first as Element) : undefined;
  for (const { element, list: kind = 'ul' } of blocks) {
    if (element.localName !== 'li') {
      behind = undefined;
      elements.push(element);
    } else if (behind) {
      behind.after(element);
      behind = element;
    } else {
      const last = elements.at(-1);
      const list = last?.localName === kind ? last : story.ownerDocument.createElement(kind);
      list.append(element);
      if (list !== last) elements.push(list);
    }
  }
  return elements;
}
