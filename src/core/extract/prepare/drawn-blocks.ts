import { DRAWN } from '../../model/drawn.ts';

/** Elements that hold lines of text and no blocks. */
const LINES = 'p, h1, h2, h3, h4, h5, h6, a, b, strong, i, em, span, small, dt, summary, figcaption, label, cite, time';

/**
 * Parts what the page's style sheets draw apart: an inline or custom element that is drawn as a block becomes one, or
 * gets a line of its own inside a line of text; one with a gap beside it gets a space.
 */
export function drawnBlocks(root: Element): void {
  for (const element of Array.from(root.querySelectorAll(`[${DRAWN}]`))) {
    const isBlock = element.getAttribute(DRAWN) === 'block';
    element.removeAttribute(DRAWN);
    const document = element.ownerDocument;
    if (!isBlock) {
      element.before(document.createTextNode(' '));
      element.after(document.createTextNode(' '));
    } else if (element.parentElement?.closest(LINES)) {
      if (hasText(element, 'previousSibling')) element.before(document.createElement('br'));
      if (hasText(element, 'nextSibling')) element.after(document.createElement('br'));
    } else {
      const block = document.createElement('div');
      element.replaceWith(block);
      block.append(element);
    }
  }
}

/** True where text of the same line is right beside an element. */
function hasText(element: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  for (let node = element[side]; node; node = node[side]) {
    if (node.nodeType === 1 && (node as Element).tagName === 'BR') return false;
    if ((node.textContent ?? '').trim() !== '') return true;
  }
  return false;
}
