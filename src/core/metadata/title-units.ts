/** Scripts without spaces between words: Thai to Burmese, Khmer, kana, Han. */
const UNSPACED = /[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/**
 * The units by which two titles are compared: words; pairs of characters where the script has no spaces, whatever spaces
 * and signs the title has, and where the words are too few.
 *
 * @param key the title as `plainWords` folds it.
 * @param isCounted false for a word that says nothing.
 */
export function titleUnits(key: string, isCounted = (word: string) => word !== ''): Set<string> {
  const words = key.split(' ');
  if (!UNSPACED.test(key) && (words.length > 2 || key.length < 8)) return new Set(words.filter(isCounted));
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}
