import { lettersOf } from '../../text/text-folding.ts';
import { elementsInOrder } from '../elements-in-order.ts';
import { TOP_HEADING } from '../prepare/top-headings.ts';

const HEADING = /^H([1-6])$/;
const LOWEST = 6;

/**
 * Puts the headings of a story below its title, each at its own level: a text with headings of the first and the second
 * level gets those of the second and the third.
 */
export function headingLevels(root: Element): void {
  dropPermalinks(root);
  const isTop = (heading: Element): boolean => heading.tagName === 'H1' || heading.hasAttribute(TOP_HEADING);
  const headings = elementsInOrder(root, ({ tagName }) => HEADING.test(tagName));
  const tops = headings.filter(isTop);
  if (tops.length === 0) return;
  const isSecond = (heading: Element): boolean => heading.tagName === 'H2' && !isTop(heading);
  const step = headings.some(isSecond) ? 1 : 0;
  for (const heading of headings) {
    const level = isTop(heading) ? 1 : Number(HEADING.exec(heading.tagName)?.[1]);
    setLevel(heading, level === 1 ? 2 : Math.min(level + step, LOWEST));
  }
}

/** Drops the links in headings and terms that show a sign only (“¶”, “#”): they lead to the heading itself. */
function dropPermalinks(root: Element): void {
  for (const link of Array.from(root.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, dt) a'))) {
    if (lettersOf(link.textContent ?? '') === '' && !link.querySelector('img')) link.remove();
  }
}

function setLevel(heading: Element, level: number): void {
  const tag = `h${level}`;
  if (heading.localName === tag) return;
  const other = heading.ownerDocument.createElement(tag);
  for (const { name, value } of Array.from(heading.attributes)) other.setAttribute(name, value);
  other.append(...Array.from(heading.childNodes));
  heading.replaceWith(other);
}
