import type { TextAnchor } from '../model/highlight.ts';
import { agreementAt, sameAround, surroundingsOf } from './agreement.ts';
import { type FoldedText, foldText, weightOf } from './folded-text.ts';
import type { FoundPassage, LostReason } from './found-passage.ts';
import { occurrencesOf } from './occurrences.ts';

/** A passage of so much weight is not written twice by chance: it needs no text around it. */
const DISTINCTIVE = 30;

/** So far the text around has to agree on one side. */
const AGREES = 0.6;

/** So far the best of several places has to be before the next. */
const LEAD = 0.15;

/** A passage that occurs more often is a word or a sign. */
const MOST_OCCURRENCES = 5_000;

/** So many places are compared with small changes allowed: those that agree longest to the letter. */
const COMPARED = 20;

/**
 * Finds a passage that did not change: its only place, or the one that the text around it tells from the others.
 *
 * @returns indexes of the folded text.
 */
export function findExact(folded: FoldedText, anchor: TextAnchor): FoundPassage | LostReason {
  const passage = foldText(anchor.exact).codes;
  const around = surroundingsOf(anchor);
  const [length, weight] = [passage.length, weightOf(passage)];
  const [best, second, ...others] = occurrencesOf(folded.codes, passage, MOST_OCCURRENCES)
    .map((start) => ({ start, same: sumOf(sameAround(folded, around, start, start + length)) }))
    .sort((a, b) => b.same - a.same)
    .slice(0, COMPARED)
    .map(({ start }) => ({ start, ...agreementAt(folded, around, start, start + length) }))
    .sort((a, b) => b.whole - a.whole);
  const at = (start: number): FoundPassage => ({ start, end: start + length, isChanged: false });
  if (!best) return 'gone';
  if (!second) return best.best >= AGREES || weight >= DISTINCTIVE ? at(best.start) : 'gone';
  if (best.best >= AGREES && best.whole - second.whole >= LEAD) return at(best.start);
  if (best.best < AGREES) return weight >= DISTINCTIVE ? 'ambiguous' : 'gone';
  // Paragraphs that are written twice: where nothing has moved, the position tells which it is.
  const unmoved = [best, second, ...others].find(
    ({ start, whole }) => folded.offsets[start] === anchor.start && best.whole - whole < LEAD,
  );
  return unmoved ? at(unmoved.start) : 'ambiguous';
}

function sumOf({ before, behind }: ReturnType<typeof sameAround>): number {
  return before + behind;
}
