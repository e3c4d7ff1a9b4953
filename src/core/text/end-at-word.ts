/** Letters and digits of scripts that put blanks between words: a word of them is one only as a whole. */
const PART_OF_WORD =
  /^(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{M}\p{N}])/u;
const LAST_WORD =
  /(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{M}\p{N}])+$/u;

/**
 * Returns the beginning of a text without the half word that cutting it has left at its end. A single word that is longer
 * than half of it stays cut.
 *
 * @param kept the beginning that was cut off.
 * @param rest what followed it.
 */
export function endAtWord(kept: string, rest: string): string {
  if (!PART_OF_WORD.test(rest)) return kept;
  const whole = kept.replace(LAST_WORD, '');
  return whole.length < kept.length / 2 ? kept : whole.replace(/[\s\p{P}]+$/u, '');
}
