import { lettersOf } from '../../core/text/text-folding.ts';

/** A story as it is compared with another. */
export interface TitledText {
  readonly title: string;
  /** Blocks separated by blank lines. */
  readonly text: string;
}

/** Whether two texts are versions of one story: much the same title, or at least half of the paragraphs of the shorter. */
export function isSameStory(kept: TitledText, seen: TitledText): boolean {
  return isSameTitle(lettersOf(kept.title), lettersOf(seen.title)) || hasSameParagraphs(kept.text, seen.text);
}

/** Whether two texts have at least half of the paragraphs of the shorter in common. */
export function hasSameParagraphs(kept: string, seen: string): boolean {
  const [old, fresh] = [paragraphsOf(kept), paragraphsOf(seen)];
  const shared = [...fresh].filter((paragraph) => old.has(paragraph)).length;
  return shared > 0 && shared * 2 >= Math.min(old.size, fresh.size);
}

/** So much of their pairs of letters two titles of one story share (Dice's coefficient); headlines are often reworded. */
const SAME_TITLE = 0.6;

function isSameTitle(kept: string, seen: string): boolean {
  if (kept === seen) return true;
  const [old, fresh] = [pairsOf(kept), pairsOf(seen)];
  const shared = [...fresh].filter((pair) => old.has(pair)).length;
  return (2 * shared) / (old.size + fresh.size) >= SAME_TITLE;
}

function pairsOf(letters: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

/** The paragraphs by their letters: neither quotation marks nor spaces make another paragraph. */
function paragraphsOf(text: string): Set<string> {
  return new Set(
    text
      .split('\n\n')
      .map(lettersOf)
      .filter((letters) => letters !== ''),
  );
}
