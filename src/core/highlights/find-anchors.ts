import type { TextAnchor } from '../model/highlight.ts';
import { findExact } from './find-exact.ts';
import { findSimilar } from './find-similar.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import type { FoundPassage, LostReason } from './found-passage.ts';

/** So much of a text is looked through, in UTF-16 units: more than any story has, and as much as a hostile page may cost. */
const MAX_TEXT = 2_000_000;

/** A longer passage is looked for by its two ends, in UTF-16 units. */
const LONG = 1_000;

/** So much of a long passage is an end. */
const END = 200;

/** The ends of a long passage may be so much nearer or farther than they were. */
const NEAREST = 0.7;
const FARTHEST = 1.4;

/**
 * Finds passages again in a text, which may be another rendering or another version of the one that they were marked in.
 * First the passage itself, told from others by the text around it; else one that is like it in like surroundings. What
 * could be in several places, or in none, is lost: nothing is put on a place that may be wrong.
 *
 * @returns for each anchor the passage, in UTF-16 units of the text, or why there is none.
 */
export function findAnchors(text: string, anchors: readonly TextAnchor[]): (FoundPassage | LostReason)[] {
  const folded = foldText(text.slice(0, MAX_TEXT));
  return findIn(folded, anchors).map((result) => (typeof result === 'string' ? result : inText(text, folded, result)));
}

/** The same in indexes of the folded text. */
function findIn(folded: FoldedText, anchors: readonly TextAnchor[]): (FoundPassage | LostReason)[] {
  const exact = anchors.map((anchor) => findExact(folded, anchor));
  const open = anchors.filter(({ exact: { length } }, n) => typeof exact[n] === 'string' && length <= LONG);
  const similar = new Map(findSimilar(folded, open).map((result, n) => [open[n], result]));
  return anchors.map((anchor, n) => {
    const first = exact[n] ?? 'gone';
    if (typeof first !== 'string') return first;
    const second = similar.get(anchor) ?? findByEnds(folded, anchor);
    return second === 'gone' ? first : second;
  });
}

/** Finds a long passage by its first and its last words. */
function findByEnds(folded: FoldedText, { exact, prefix, suffix, start }: TextAnchor): FoundPassage | LostReason {
  const context = END / 2;
  const ends = [
    { exact: exact.slice(0, END), prefix, suffix: exact.slice(END, END + context), start },
    { exact: exact.slice(-END), prefix: exact.slice(-END - context, -END), suffix, start: start + exact.length - END },
  ];
  const [first = 'gone', last = 'gone'] = findIn(folded, ends);
  if (typeof first === 'string') return first;
  if (typeof last === 'string') return last;
  const grown = (last.end - first.start) / foldText(exact).codes.length;
  return grown >= NEAREST && grown <= FARTHEST ? { start: first.start, end: last.end, isChanged: true } : 'gone';
}

/** From indexes of the folded text to units of the text; a surrogate pair is whole. */
function inText(text: string, { offsets }: FoldedText, { start, end, isChanged }: FoundPassage): FoundPassage {
  const first = offsets[start] ?? 0;
  const last = offsets[end - 1] ?? first;
  return {
    start: isLowSurrogate(text, first) ? first - 1 : first,
    end: isLowSurrogate(text, last + 1) ? last + 2 : last + 1,
    isChanged,
  };
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
