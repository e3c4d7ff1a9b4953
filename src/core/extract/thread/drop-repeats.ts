import { lettersOf } from '../../text/text-folding.ts';
import { textsOf } from '../complete-story.ts';

/** The opening of a post is known by so many letters. */
const OPENING = 30;

/** A quotation that the forum folds up to a press, as readers know it from above. */
const FOLDED = 'blockquote[class*="expand" i]';

/** A quotation with this share of letters that are in posts above repeats them. */
const ABOVE = 0.8;

/**
 * Drops what a post holds twice, or repeats from posts above.
 *
 * @param above the letters of the posts above.
 */
export function dropRepeats(body: Element, above: readonly string[]): void {
  dropOpenings(body);
  for (const quotation of Array.from(body.querySelectorAll(FOLDED))) shorten(quotation, above);
}

/**
 * Drops the opening of a long post where the whole of it follows: some forums hold both, and show the second on a press.
 * Paragraphs stay, as a verse may begin like the one before.
 */
function dropOpenings(body: Element): void {
  for (const whole of Array.from(body.querySelectorAll(':is(div, section, span) + *'))) {
    const opening = whole.previousElementSibling;
    const letters = lettersOf(opening?.textContent ?? '');
    if (letters.length >= OPENING && lettersOf(whole.textContent ?? '').startsWith(letters)) opening?.remove();
  }
}

/** Leaves, of a quotation that repeats posts above, who wrote it. What it quotes from elsewhere stays. */
function shorten(quotation: Element, above: readonly string[]): void {
  const lines = textsOf(quotation).map((node) => ({ node, letters: lettersOf(node.nodeValue ?? '') }));
  const told = lines.filter(({ letters }) => above.some((post) => post.includes(letters)));
  if (told.length === 0 || lengthOf(told) < lengthOf(lines) * ABOVE) return;
  for (const { node } of told) node.parentNode?.removeChild(node);
  for (const part of [quotation, ...Array.from(quotation.querySelectorAll('*'))]) {
    if (part.textContent?.trim() === '' && !part.querySelector('img')) part.remove();
  }
}

function lengthOf(lines: readonly { readonly letters: string }[]): number {
  return lines.reduce((sum, { letters }) => sum + letters.length, 0);
}
