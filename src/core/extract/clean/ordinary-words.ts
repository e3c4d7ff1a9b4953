import type { NamedElement } from './names.ts';
import type { PassContext } from './pass.ts';

/** A family of names that holds this share of the page's prose is how the site names its boxes, whatever they hold. */
const MOST_PROSE = 0.5;

/** Less prose, as Latin letters, is not a story: beside a post of a few links the side bar has most of the prose. */
const LEAST_PROSE = 500;

/** The first part of a word: `widget` of `widget-wrap`. */
function familyOf(word: string): string {
  return word.split('-', 1)[0] ?? word;
}

/**
 * Tells which words say nothing on this page: page builders call every box of the story a `widget`, and
 * styles call paragraphs by the size of their letters. One such box is small, all together they hold the story.
 *
 * Only the innermost elements of a family count: a box around the story that is named `with-sidebar` makes no story of
 * the side bar in it.
 */
export function ordinaryWords(found: readonly NamedElement[], { measure }: PassContext): (word: string) => boolean {
  const shares = new Map<string, number>();
  const last = new Map<string, Element>();
  for (const { element, word } of found.toReversed()) {
    const family = familyOf(word);
    const next = last.get(family);
    last.set(family, element);
    if (next && element.contains(next)) continue;
    shares.set(family, (shares.get(family) ?? 0) + measure.proseShare(element));
  }
  const least = Math.max(MOST_PROSE, LEAST_PROSE / (measure.total.prose || 1));
  return (word) => (shares.get(familyOf(word)) ?? 0) > least;
}
