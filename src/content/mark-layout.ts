import { BLOCK_DISPLAY, DRAWN, INLINE_BOXES } from '../core/model/drawn.ts';

/** A gap of so many pixels beside an element is seen as a space. */
const GAP = 2;

const ENDS_IN_SPACE = /\s$/;
const BEGINS_WITH_SPACE = /^\s/;

/**
 * Notes on the clone how style sheets draw an inline or custom element. Of inline elements only those are asked that
 * touch their neighbours: to read a computed style takes time, and white space parts the others.
 */
export function markLayout(element: Element, clone: Element, name: string): void {
  const isCustom = name.includes('-');
  if (!isCustom && !(INLINE_BOXES.has(name) && touches(element) && !element.closest('pre, code'))) return;
  const { display, marginLeft, marginRight, paddingLeft, paddingRight } = getComputedStyle(element);
  if (BLOCK_DISPLAY.test(display)) clone.setAttribute(DRAWN, isInRow(element) ? 'apart' : 'block');
  else if (Math.max(...[marginLeft, marginRight, paddingLeft, paddingRight].map(Number.parseFloat)) >= GAP)
    clone.setAttribute(DRAWN, 'apart');
}

/** True where a neighbour begins or ends right at the element, without white space. */
function touches(element: Element): boolean {
  const { previousSibling: before, nextSibling: after } = element;
  return isTouching(before, ENDS_IN_SPACE) || isTouching(after, BEGINS_WITH_SPACE);
}

function isTouching(node: Node | null, space: RegExp): boolean {
  if (node instanceof Text) return node.data !== '' && !space.test(node.data);
  return node instanceof Element;
}

/** A flexible box makes blocks of its children and may draw them in a row. */
function isInRow(element: Element): boolean {
  const parent = element.parentElement;
  if (!parent) return false;
  const { display, flexDirection } = getComputedStyle(parent);
  return display.includes('flex') && flexDirection.startsWith('row');
}
