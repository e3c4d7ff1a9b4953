import { type Block, blocksOf, collapse } from '../extract/clean/blocks.ts';
import type { Article } from '../model/article.ts';
import { lettersOf } from '../text/text-folding.ts';

/** “Page 2 of 4”, “第2页”, “(continued)”: where the reader is, not what is told. */
const PLACE =
  /^[\s([（【]*(?:(?:page|seite|página|pagina|sida)\s*\d{1,2}(?:\s*(?:of|von|sur|de|di|van|av|\/)\s*\d{1,2})?|第\s*\d{1,2}\s*[页頁].{0,10}|\d{1,2}\s*[/／]\s*\d{1,2}|(?:story )?continued(?: (?:from|on) (?:page \d{1,2}|(?:the )?(?:next|previous) page))?|(?:上一?[页頁]|下一?[页頁]|next page|previous page).{0,60})[\s)）】\].…:：]*$/i;

/** Fewer letters are repeated for many reasons: “Yes”, “***”. They go only where a page begins. */
const LEAST_LETTERS = 6;

/** A page ends with so many blocks at most that every page ends with. */
const MOST_LAST = 6;

/**
 * Takes out of the pages of a story, in place, what they repeat: headline and byline above each page, pictures that were
 * shown before, lines below each page but the last. The text between stays as it is.
 */
export function dropRepeats(roots: readonly Element[], { title, authors }: Pick<Article, 'title' | 'authors'>): void {
  const known = new Set([title.value, ...authors.value].map(lettersOf));
  const pictures = new Set<string>();
  for (const [at, root] of roots.entries()) {
    dropPictures(root, pictures);
    const blocks = blocksOf(root);
    if (at > 0) dropFirst(blocks, known);
    const next = roots[at + 1];
    if (next) dropLast(blocks, next);
    for (const { text } of blocks) known.add(lettersOf(text));
  }
}

/** What a page begins with, as far as it is known from earlier pages or says only which page it is. */
function dropFirst(blocks: readonly Block[], known: ReadonlySet<string>): void {
  for (const { element, text, heading } of blocks) {
    const letters = lettersOf(text);
    const isTitle = heading && [...known].some((one) => one.length >= LEAST_LETTERS && isTitleOfPage(letters, one));
    if (!known.has(letters) && !PLACE.test(text) && !isTitle) return;
    removeBlock(element);
  }
}

/** True for a headline with the number of its page: “The lighthouse (2)”. */
function isTitleOfPage(letters: string, title: string): boolean {
  return (
    letters.startsWith(title) && /^(?:page|part|p|第)?\d{0,2}(?:of|页|頁)?\d{0,2}$/.test(letters.slice(title.length))
  );
}

/** What a page ends with, as far as the next page ends with it too. */
function dropLast(blocks: readonly Block[], next: Element): void {
  const ends = new Set(
    blocksOf(next)
      .slice(-MOST_LAST)
      .map(({ text }) => lettersOf(text)),
  );
  for (const { element, text } of blocks.slice(-MOST_LAST).reverse()) {
    const letters = lettersOf(text);
    if (!(PLACE.test(text) || (letters.length >= LEAST_LETTERS && ends.has(letters)))) return;
    removeBlock(element);
  }
}

function dropPictures(root: Element, known: Set<string>): void {
  const own = new Set<string>();
  for (const image of Array.from(root.querySelectorAll('img[src]'))) {
    const source = image.getAttribute('src') ?? '';
    own.add(source);
    if (known.has(source)) removeBlock(image.closest('figure') ?? image);
  }
  for (const source of own) known.add(source);
}

/** Removes an element, and the boxes around it that are empty then. */
function removeBlock(element: Element): void {
  const parent = element.parentElement;
  element.remove();
  const isEmpty = parent?.parentElement && collapse(parent.textContent ?? '') === '' && !parent.querySelector('img');
  if (isEmpty) removeBlock(parent);
}
