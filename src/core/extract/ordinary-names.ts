import { isLeaf, readBlock } from './clean/blocks.ts';
import { hasTextBeside, isFigureBox, isInSentence } from './clean/part-of-story.ts';

const NAMES = ['class', 'id', 'role'];

/** Elements of running text. A layout does not use them otherwise. */
const TEXT = /^(?:H[2-6]|DT|DD|LI|P|BLOCKQUOTE|PRE|FIGURE|FIGCAPTION|TR|TD|TH)$/;
const LISTS = /^(?:UL|OL|DL|TABLE)$/;
const BOXES = /^(?:DIV|SECTION|HEADER|HGROUP)$/;

/** Parts of lists and tables: text beside the whole is text beside them. */
const WHOLES = 'ul, ol, dl, table';

/** A box around a heading says no more than a line beside it. */
const BESIDE_HEADING = 120;

/** Roles of boxes that a manual sets apart from its running text. */
const NOTICE = /^(?:alert|note|status)$/;

/**
 * Takes the names from elements that Readability would judge by them alone, where the elements are part of a running
 * text: a heading named `section-header`, a paragraph named `remark`, a figure in a box named `media`.
 *
 * @param doubted patterns of the names that Readability acts on.
 * @returns a function that restores the names.
 */
export function hideOrdinaryNames(root: Element, doubted: readonly RegExp[]): () => void {
  const hidden: (() => void)[] = [];
  const known = new Map<string, boolean>();
  const isDoubted = (names: string): boolean => {
    const answer = known.get(names) ?? doubted.some((pattern) => pattern.test(names));
    known.set(names, answer);
    return answer;
  };
  for (const element of Array.from(root.querySelectorAll(':is([class], [id], [role])'))) {
    const role = element.getAttribute('role');
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if ((role === null && !isDoubted(names)) || !(isDoubted(names) || NOTICE.test(role ?? ''))) continue;
    if (!isPartOfText(element)) continue;
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      element.removeAttribute(name);
      hidden.push(() => element.setAttribute(name, value));
    }
  }
  return () => {
    for (const restore of hidden) restore();
  };
}

function isPartOfText(element: Element): boolean {
  const { tagName } = element;
  if (isFigureBox(element)) return hasTextBeside(element);
  if (TEXT.test(tagName)) {
    if (tagName === 'LI' && !isLeaf(element)) return false;
    const whole = /^H|^P/.test(tagName) ? null : element.closest(WHOLES);
    return readBlock(element).linkShare < 0.5 && (hasTextBeside(element) || (whole !== null && hasTextBeside(whole)));
  }
  if (LISTS.test(tagName)) return readBlock(element).linkShare < 0.3 && hasTextBeside(element);
  if (BOXES.test(tagName)) {
    const role = element.getAttribute('role');
    const isApart = isHeadingBox(element) || (role !== null && NOTICE.test(role) && readBlock(element).linkShare < 0.5);
    return isApart && hasTextBeside(element);
  }
  return isInSentence(element);
}

/** True for a box around one heading, and at most a line beside it. */
function isHeadingBox(element: Element): boolean {
  const headings = element.querySelectorAll('h2, h3, h4, h5, h6');
  const [heading] = Array.from(headings);
  if (!heading || headings.length > 1) return false;
  const { weight, linkShare } = readBlock(element);
  return linkShare < 0.5 && weight - readBlock(heading).weight <= BESIDE_HEADING;
}
