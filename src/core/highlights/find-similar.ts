import type { TextAnchor } from '../model/highlight.ts';
import { agreementAt, type Surroundings, sameAround, surroundingsOf } from './agreement.ts';
import { align } from './align.ts';
import { type FoldedText, foldText, weightOf } from './folded-text.ts';
import type { FoundPassage, LostReason } from './found-passage.ts';
import { mostAlike } from './most-alike.ts';
import type { Pattern } from './pattern.ts';

/** So much of a passage may have changed. */
const MOST_CHANGED = 0.3;

/** So much where the text on both sides is the same. */
const MOST_CHANGED_BETWEEN = 0.5;

/** A passage with less weight is found by the text around it only, on both sides. */
const TELLING = 12;

/** So far the text around has to agree: on one side, and on both where the passage says little. */
const AGREES = 0.6;
const AGREES_WELL = 0.8;

/**
 * Of so much weight the text next to the passage is the same to the letter, on one side: lines of a list are alike but for
 * a figure, and one of them is not a changed form of another.
 */
const SAME_BESIDE = 14;

/** So far the best of several places has to be before the next. */
const LEAD = 0.15;

/**
 * Finds passages that have changed since they were marked, or whose surroundings have, by what is still the same.
 * Takes time of the square of a passage's length: long ones are looked for by their ends.
 *
 * @returns indexes of the folded text.
 */
export function findSimilar(folded: FoldedText, anchors: readonly TextAnchor[]): (FoundPassage | LostReason)[] {
  const patterns = anchors.map(patternOf);
  const places = mostAlike(folded.codes, patterns);
  return anchors.map((anchor, n) => {
    const pattern = patterns[n];
    return pattern ? bestPlace(folded, anchor, pattern, places[n] ?? []) : 'gone';
  });
}

function patternOf(anchor: TextAnchor): Pattern {
  const { prefix, suffix } = surroundingsOf(anchor);
  const passage = foldText(anchor.exact).codes;
  const codes = new Uint16Array(prefix.length + passage.length + suffix.length);
  codes.set(prefix);
  codes.set(passage, prefix.length);
  codes.set(suffix, prefix.length + passage.length);
  return { codes, inner: { from: prefix.length, to: prefix.length + passage.length } };
}

/** @param starts where the pattern may begin, roughly */
function bestPlace(
  folded: FoldedText,
  anchor: TextAnchor,
  pattern: Pattern,
  starts: readonly number[],
): FoundPassage | LostReason {
  const passage = pattern.codes.subarray(pattern.inner.from, pattern.inner.to);
  const around = surroundingsOf(anchor);
  const weight = weightOf(passage);
  const places = starts
    .map((start) => placeNear(folded, pattern, start))
    .filter(({ start, end }, n, all) => end > start && all.findIndex((other) => other.start === start) === n)
    .map(({ start, end }) => {
      const changed = align(passage, folded.codes.subarray(start, end), undefined, true).distance / passage.length;
      const grown = Math.abs(end - start - passage.length) / passage.length;
      const { best, whole } = agreementAt(folded, around, start, end);
      return { start, end, changed: Math.max(changed, grown), best, whole };
    })
    .filter(({ start, end, changed, best, whole }) => {
      if (!isBesideSame(folded, around, start, end)) return false;
      if (whole >= AGREES_WELL && changed <= MOST_CHANGED_BETWEEN) return true;
      return weight >= TELLING && best >= AGREES && changed <= MOST_CHANGED;
    })
    .map((place) => ({ ...place, score: 1 - place.changed + place.whole }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = places;
  if (!best) return 'gone';
  if (second && best.score - second.score < LEAD) return 'ambiguous';
  return { start: best.start, end: best.end, isChanged: true };
}

/** Whether the text right before or right behind a place is the anchor's own: enough of it, or all that there is. */
function isBesideSame(folded: FoldedText, around: Surroundings, start: number, end: number): boolean {
  const { before, behind } = sameAround(folded, around, start, end);
  const { prefix, suffix } = around;
  return (
    weightOf(prefix.subarray(prefix.length - before)) >= SAME_BESIDE ||
    weightOf(suffix.subarray(0, behind)) >= SAME_BESIDE ||
    (before === prefix.length && behind === suffix.length)
  );
}

function placeNear({ codes }: FoldedText, pattern: Pattern, near: number): { start: number; end: number } {
  const margin = Math.ceil(pattern.codes.length / 4) + 16;
  const from = Math.max(0, near - margin);
  const window = codes.subarray(from, near + pattern.codes.length + margin);
  const { start, end } = align(pattern.codes, window, pattern.inner);
  return { start: from + start, end: from + end };
}
