import { childrenOf } from './children-of.ts';
/**
 * The number that a browser shows before each item of an ordered list (HTML standard, 4.4.5 and 4.4.8: `start`,
 * `reversed`, `value`), into `numbers`.
 */
export function numberItems(list: Element, numbers: Map<Element, number>): void {
  const items = childrenOf(list).filter((child) => child.localName === 'li');
  const step = list.hasAttribute('reversed') ? -1 : 1;
  let number = integer(list.getAttribute('start')) ?? (step < 0 ? items.length : 1);
  for (const item of items) {
    number = integer(item.getAttribute('value')) ?? number;
    numbers.set(item, number);
    number += step;
  }
}

function integer(text: string | null): number | undefined {
  const match = text === null ? null : /^\s*(-?\d{1,9})/.exec(text);
  return match ? Number(match[1]) : undefined;
}
