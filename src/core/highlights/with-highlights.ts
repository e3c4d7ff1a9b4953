import type { Draft } from '../model/draft.ts';
import type { Highlight } from '../model/highlight.ts';

/** A draft with these highlights and no others. A draft without any has no such field, so that nothing changes in it. */
export function withHighlights(
  { highlights: _replaced, ...draft }: Draft,
  highlights: readonly Highlight[] = [],
): Draft {
  return highlights.length === 0 ? draft : { ...draft, highlights };
}
