import { blockAround } from '../block-around.ts';
import { readBlock } from '../clean/blocks.ts';
import { TextMeasure } from '../clean/text-measure.ts';
import { FURNITURE } from './manual-signs.ts';

/** A chapter has so many parts at least. */
const LEAST_PARTS = 4;

/** A list is made of links from this share of its text. */
const MOSTLY = 0.8;

/** With more prose, as Latin letters, it is a text that has a list as well. */
const MOST_PROSE = 400;

const NUMBERED = /^\s*(?:\d+\.)+\d*\s|^\s*\d+(?:\.\d+)+\s/;

/**
 * The block of a chapter's page that holds no more than the list of its parts: its title, and below it a list of links that
 * is numbered like a book, or has lists of parts of parts. Undefined where the page holds none.
 */
export function findContents(page: Element): Element | undefined {
  const list = Array.from(page.querySelectorAll('ul, ol, dl')).find(isContents);
  const title = list && Array.from(page.querySelectorAll('h1, h2')).findLast((heading) => isBefore(heading, list));
  const block = title && blockAround([title, list]);
  if (!block || block === page) return undefined;
  return new TextMeasure(block).total.prose < MOST_PROSE ? block : undefined;
}

function isContents(list: Element): boolean {
  const links = Array.from(list.querySelectorAll('a[href]'));
  if (links.length < LEAST_PARTS || list.closest(FURNITURE)) return false;
  const isOfParts = list.querySelector(':is(li, dd) :is(ul, ol, dl) a') !== null;
  const numbered = links.filter((link) => NUMBERED.test(link.textContent ?? '')).length;
  return (isOfParts || numbered >= links.length * MOSTLY) && readBlock(list).linkShare >= MOSTLY;
}

/** True for a heading of the text that is before a list. */
function isBefore(heading: Element, list: Element): boolean {
  // `Node.DOCUMENT_POSITION_FOLLOWING`, by number: `core/` has no globals.
  return !heading.closest(FURNITURE) && (heading.compareDocumentPosition(list) & 4) !== 0;
}
