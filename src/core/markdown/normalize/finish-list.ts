import { childrenOf } from './children-of.ts';
/**
 * Settles what can only be known of a whole list: whether blank lines part its items (`data-tight` where not), whether
 * its numbers run (`data-irregular` where not), and which marker tells it from a list just before it.
 */
export function finishList(list: Element): void {
  for (const item of childrenOf(list)) if (list.localName === 'ul' && item.firstChild === null) item.remove();
  // CommonMark (5.3) reads a number without text as text where a paragraph precedes it.
  while (list.localName === 'ol' && list.firstChild && !list.firstChild.hasChildNodes()) list.firstChild.remove();
  if (list.firstChild === null) {
    list.remove();
    return;
  }
  const items = childrenOf(list);
  if (items.every(isTight)) list.setAttribute('data-tight', '');
  if (list.localName === 'ol') settleNumbers(list, items);
  const before = list.previousElementSibling;
  if (list.localName === 'ul' && before?.localName === 'ul' && !before.hasAttribute('data-marker'))
    list.setAttribute('data-marker', '*');
}

/** One paragraph, then at most lists. */
export function isTight(item: Element): boolean {
  return childrenOf(item).every((child, at) => (at === 0 ? /^(?:p|ul|ol)$/ : /^(?:ul|ol)$/).test(child.localName));
}

/** Markdown counts on from the first number; kramdown and CommonMark take no more than nine figures and no sign. */
function settleNumbers(list: Element, items: readonly Element[]): void {
  let expected: number | undefined;
  for (const item of items) {
    const number = Number(item.getAttribute('value') ?? expected ?? 1);
    item.setAttribute('value', String(number));
    if (number < 0 || (expected !== undefined && number !== expected)) list.setAttribute('data-irregular', '');
    expected = number + 1;
  }
}
