import { isBlock, isLeaf, readBlock } from './blocks.ts';
import { weightOf } from './text-measure.ts';

/** A neighbour of this much text without links, in Latin letters, is running text. */
const RUNNING_TEXT = 60;

/** How many neighbours with text are looked at on each side. */
const REACH = 2;

const ASIDE = /^(?:NAV|ASIDE|FOOTER|FORM|SCRIPT|STYLE|NOSCRIPT)$/;

/** A link to a picture's own file, or to a place on the page. */
const OWN_LINK = /^#|^javascript:|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** Elements within a line of text. */
const INLINE =
  /^(?:A|ABBR|B|BDI|BIG|CITE|CODE|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR)$/;

/** Other text of so much weight makes a line a sentence, not a list of credits. */
const SENTENCE = 12;

/** True where a block of running text is among the next neighbours of an element. */
export function hasTextBeside(element: Element): boolean {
  return isTextAmong(element, 'previousElementSibling') || isTextAmong(element, 'nextElementSibling');
}

function isTextAmong(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): boolean {
  let looked = 0;
  for (let next = element[side]; next && looked < REACH; next = next[side]) {
    if ((next.textContent ?? '').trim() === '') continue;
    looked++;
    if (ASIDE.test(next.tagName)) continue;
    const { weight, linkShare } = readBlock(next);
    if (weight * (1 - linkShare) >= RUNNING_TEXT && linkShare < 0.5) return true;
  }
  return false;
}

/** True for a box that holds a figure and nothing else, with no link to another page. */
export function isFigureBox(element: Element): boolean {
  const figures = Array.from(element.tagName === 'FIGURE' ? [element] : element.querySelectorAll('figure'));
  if (figures.length !== 1 || !figures[0]?.querySelector('img')) return false;
  if (weightOf(element.textContent ?? '') > weightOf(figures[0].textContent ?? '') + 1) return false;
  const link = figures[0].querySelector('a[href] img')?.closest('a');
  return !link || OWN_LINK.test(link.getAttribute('href') ?? '');
}

/** True for words within a sentence: text of the same line is before and after them. */
export function isInSentence(element: Element): boolean {
  if (!INLINE.test(element.tagName) || !isLeaf(element)) return false;
  return textBeside(element, 'previousSibling') && textBeside(element, 'nextSibling');
}

/** True where a line of text goes on beside an inline element, on either side. */
export function hasLineBeside(element: Element): boolean {
  if (!INLINE.test(element.tagName) || !isLeaf(element)) return false;
  const line = element.parentElement?.closest('p, li, dd, td, blockquote, div') ?? null;
  const rest = weightOf(line?.textContent ?? '') - weightOf(element.textContent ?? '');
  return line !== null && isLeaf(line) && rest >= SENTENCE;
}

/** Climbs out of inline elements: a name in bold is in the sentence around the bold. */
function textBeside(element: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  for (let node: Node | null = element; node; node = node.parentElement) {
    for (let next: ChildNode | null = node[side]; next; next = next[side]) {
      if (next.nodeType === 1 && (isBlock(next as Element) || (next as Element).tagName === 'BR')) return false;
      if (/[\p{L}\p{N}]/u.test(next.nodeType === 8 ? '' : (next.textContent ?? ''))) return true;
    }
    if (isBlock(node as Element)) return false;
    if (node.parentElement && isBlock(node.parentElement)) return false;
  }
  return false;
}
