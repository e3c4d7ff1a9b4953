import type { Removal } from '../../model/article.ts';
import type { ProseNode } from '../../model/measured-text.ts';
import type { Removed, TextMeasure } from './text-measure.ts';

/**
 * Marks the removals that stood between parts of the story that were kept. Prose is compared by its text, as the story
 * may be a copy of its part of the page.
 *
 * @param trace one entry for each of `removed`, in the same order.
 * @param kept the prose of the story as it is in the end.
 * @param measure the page as it was before anything was taken out.
 */
export function markBetween(
  trace: readonly Removal[],
  removed: readonly Removed[],
  kept: readonly ProseNode[],
  measure: TextMeasure,
): Removal[] {
  const texts = new Set(kept.map(({ node }) => node.nodeValue));
  const story = measure.prose.filter(({ node }) => texts.has(node.nodeValue));
  const [first, last] = [story[0]?.node.parentElement, story.at(-1)?.node.parentElement];
  if (!first || !last) return [...trace];
  const places = measure.placesOf([first, last, ...removed.flatMap(({ element, parent }) => [element, parent])]);
  const [start = 0, end = 0] = [places.get(first), places.get(last)];
  return trace.map((removal, index) => {
    const { element, parent } = removed[index] ?? { element: undefined, parent: null };
    const place = (element && places.get(element)) ?? (parent && places.get(parent));
    return place !== undefined && place !== null && place > start && place < end
      ? { ...removal, between: true }
      : removal;
  });
}
