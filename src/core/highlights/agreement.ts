import type { TextAnchor } from '../model/highlight.ts';
import { align } from './align.ts';
import { type FoldedText, foldText } from './folded-text.ts';

/** The text around a passage, folded. */
export interface Surroundings {
  readonly prefix: Uint16Array;
  readonly suffix: Uint16Array;
}

/** How far the text around a place is that of an anchor, from 0 to 1. */
export interface Agreement {
  /** On the side that agrees better. */
  readonly best: number;
  /** On both sides, each by its length. */
  readonly whole: number;
}

export function surroundingsOf({ prefix, suffix }: TextAnchor): Surroundings {
  return { prefix: foldText(prefix).codes, suffix: foldText(suffix).codes };
}

/** Compares the text around a place, in indexes of the folded text, with an anchor's. Small changes count little. */
export function agreementAt(
  { codes }: FoldedText,
  { prefix, suffix }: Surroundings,
  start: number,
  end: number,
): Agreement {
  const length = prefix.length + suffix.length;
  // The whole text was the passage.
  if (length === 0) return { best: 1, whole: 1 };
  const before = codes.slice(Math.max(0, start - reach(prefix)), start).reverse();
  const sides = [
    { own: prefix.slice().reverse(), there: before },
    { own: suffix, there: codes.subarray(end, end + reach(suffix)) },
  ].map(({ own, there }) => ({ length: own.length, likeness: likeness(own, there) }));
  return {
    best: Math.max(...sides.map((side) => (side.length === 0 ? 0 : side.likeness))),
    whole: sides.reduce((sum, side) => sum + (side.likeness * side.length) / length, 0),
  };
}

/** How many units around a place are an anchor's to the letter, up to the first that is not. */
export function sameAround(
  { codes }: FoldedText,
  { prefix, suffix }: Surroundings,
  start: number,
  end: number,
): { readonly before: number; readonly behind: number } {
  let before = 0;
  while (before < prefix.length && codes[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  let behind = 0;
  while (behind < suffix.length && codes[end + behind] === suffix[behind]) behind += 1;
  return { before, behind };
}

/** How much text is compared with an anchor's side: some may have been added. */
function reach(side: Uint16Array): number {
  return Math.ceil(side.length * 1.25);
}

/** How like two texts are that begin at the same place, from 0 to 1. */
function likeness(own: Uint16Array, there: Uint16Array): number {
  if (own.length === 0) return 1;
  return Math.max(0, 1 - align(own, there, undefined, true).distance / own.length);
}
