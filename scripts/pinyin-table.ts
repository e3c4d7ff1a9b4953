import { pinyin } from 'pinyin-pro';
import { PatternsNormal } from 'pinyin-pro/dist/esm/data/patterns.mjs';
import { FIRST_HAN, LAST_HAN, type PinyinTable, spellPinyin } from '../src/core/post/pinyin.ts';

/** The readings that pinyin-pro knows, as far as file names need them. (〇, a figure, is outside the block.) */
export function pinyinTable(): PinyinTable {
  const readings = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, offset) => {
    const char = String.fromCodePoint(FIRST_HAN + offset);
    const [reading = char] = syllablesOf(char, 'of one character');
    return reading === char ? '' : reading;
  });
  const entries = ['〇', ...PatternsNormal.map(({ zh }) => zh).filter((zh) => [...zh].length > 1)].map(
    (word): [string, string[]] => [word, syllablesOf(word)],
  );
  // Only words that would be read otherwise without them: first by their characters alone, then by odd words in them.
  const isOdd =
    (known: PinyinTable) =>
    ([word, syllables]: [string, string[]]) =>
      spellPinyin(word, known).trim().split(/ +/).join() !== syllables.join();
  const odd = entries.filter(isOdd({ readings, words: new Map() }));
  const others = entries.filter(isOdd({ readings, words: new Map(odd) }));
  return { readings, words: new Map([...odd, ...others]) };
}

/** `ü` as `v`, accents off: what is left is a to z. Of one character, all its readings, the usual one first. */
function syllablesOf(text: string, readings?: 'of one character'): string[] {
  const multiple = readings !== undefined;
  return pinyin(text, { toneType: 'none', type: 'array', v: true, multiple }).map((syllable) =>
    syllable.normalize('NFKD').replace(/\p{M}+/gu, ''),
  );
}
