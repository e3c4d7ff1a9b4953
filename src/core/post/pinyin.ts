/**
 * How Chinese is read, without tones: a syllable for each character, and the words in which one is read otherwise.
 * `scripts/pinyin-table.ts` makes it from pinyin-pro's dictionary; this is what the browsers load, a fifth of its weight.
 */
export interface PinyinTable {
  /** Syllable of the characters from `FIRST_HAN` on; empty where none is known. */
  readonly readings: readonly string[];
  /** Words in which a character is not read as it is alone, with a syllable for each character. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Loads the table from wherever it is kept. Called only where a preset asks for pinyin. */
export type LoadPinyin = () => Promise<PinyinTable>;

export const FIRST_HAN = 0x4e00;
export const LAST_HAN = 0x9fff;

/** A reading's byte with this value means: 255 and the byte that follows. */
const MORE = 255;
const LINE_END = 0x0a;

/**
 * The table as a file: a line of syllables, the most frequent first; a line of words, each odd reading after its
 * character (`银行hang`); then for each character from `FIRST_HAN` to `LAST_HAN` the number of its syllable, from 1,
 * or 0 for none, in one byte or in two.
 */
export function writePinyinTable({ readings, words }: PinyinTable): Uint8Array<ArrayBuffer> {
  const counts = new Map<string, number>();
  for (const reading of readings) if (reading !== '') counts.set(reading, (counts.get(reading) ?? 0) + 1);
  for (const syllables of words.values()) for (const one of syllables) counts.set(one, counts.get(one) ?? 0);
  const syllables = [...counts].sort(([, a], [, b]) => b - a).map(([syllable]) => syllable);
  const numbers = new Map(syllables.map((syllable, index) => [syllable, index + 1]));
  const marked = [...words].map(([word, read]) =>
    [...word].map((char, at) => (read[at] === readingOf(readings, char) ? char : char + (read[at] ?? ''))).join(''),
  );
  const head = new TextEncoder().encode(`${syllables.join(' ')}\n${marked.sort().join(' ')}\n`);
  const body = readings.flatMap((reading) => {
    const number = numbers.get(reading) ?? 0;
    return number < MORE ? [number] : [MORE, number - MORE];
  });
  return Uint8Array.from([...head, ...body]);
}

/** The inverse of `writePinyinTable`. */
export function readPinyinTable(file: Uint8Array): PinyinTable {
  const firstEnd = file.indexOf(LINE_END);
  const secondEnd = file.indexOf(LINE_END, firstEnd + 1);
  const [syllables = '', marked = ''] = new TextDecoder().decode(file.subarray(0, secondEnd)).split('\n');
  const syllable = ['', ...syllables.split(' ')];
  const readings: string[] = [];
  for (let at = secondEnd + 1; at < file.length; at++) {
    let number = file[at] ?? 0;
    if (number === MORE) number += file[++at] ?? 0;
    readings.push(syllable[number] ?? '');
  }
  const words = new Map(marked.split(' ').map((word) => readWord(word, readings)));
  return { readings, words };
}

function readWord(marked: string, readings: readonly string[]): [word: string, syllables: string[]] {
  const characters = [...marked.matchAll(/(\P{Script=Latin})(\p{Script=Latin}*)/gu)];
  return [
    characters.map(([, char]) => char).join(''),
    characters.map(([, char = '', odd]) => odd || readingOf(readings, char)),
  ];
}

/** What a word and a lone character cost: the fewest pieces win (pinyin-pro's own weights, 2e-8 and 1e-13, as logarithms). */
const WORD_COST = 17.7;
const CHARACTER_COST = 29.9;

/**
 * A text with every Chinese character replaced by its syllable, set off by blanks; the rest as it is. Where words
 * overlap, the reading of the whole that takes the fewest pieces counts.
 */
export function spellPinyin(text: string, { readings, words }: PinyinTable): string {
  const characters = [...text];
  const longest = longestOf(words);
  const costs: number[] = Array.from({ length: characters.length + 1 }, () => 0);
  const pieces: (readonly string[])[] = [];
  for (let at = characters.length - 1; at >= 0; at--) {
    const char = characters[at] ?? '';
    const reading = readingOf(readings, char);
    pieces[at] = [reading === '' ? char : ` ${reading} `];
    costs[at] = CHARACTER_COST + (costs[at + 1] ?? 0);
    for (let length = 1; length <= longest && at + length <= characters.length; length++) {
      const word = words.get(characters.slice(at, at + length).join(''));
      const cost = WORD_COST + (costs[at + length] ?? 0);
      if (!word || cost > (costs[at] ?? 0)) continue;
      costs[at] = cost;
      pieces[at] = word.map((syllable) => ` ${syllable} `);
    }
  }
  const spelt: string[] = [];
  for (let at = 0; at < characters.length; at += pieces[at]?.length ?? 1) spelt.push(...(pieces[at] ?? []));
  return spelt.join('');
}

function readingOf(readings: readonly string[], char: string): string {
  return readings[(char.codePointAt(0) ?? 0) - FIRST_HAN] ?? '';
}

function longestOf(words: PinyinTable['words']): number {
  let longest = 0;
  for (const word of words.values()) longest = Math.max(longest, word.length);
  return longest;
}
