/** A table of phrases for looking them up in running text. Case, and what stands before the first letter, do not matter. */
export interface PhraseTable {
  /** The phrase that the text begins with, if any, in lower case as in the text. */
  startOf(text: string): string | undefined;
  /** The first phrase that stands anywhere in the text, if any, in lower case as in the text. */
  within(text: string): string | undefined;
}

/** How many marks and spaces may stand before a phrase at the start of a text. */
const MOST_MARKS = 8;
const MARK = /[^\p{L}\p{N}#@©ⓒ]/u;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
/** A phrase does not begin within a word of these scripts; others write words without spaces between. */
const SPACED_SCRIPT = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Phrases by their first character, the longest first. */
type Index = ReadonlyMap<string, readonly string[]>;

/**
 * Phrases are written in lower case, as in the text, `|` between them; a line that begins with `#` is a comment. A
 * phrase that ends in a letter of an alphabet ends with a word there; in Chinese and Japanese, which have no spaces, it
 * need not.
 *
 * An index and not a regular expression: V8 takes some 100 ms to compile one of hundreds of alternatives without regard
 * to case, on each page anew.
 */
export function phraseTable(table: string): PhraseTable {
  let index: Index | undefined;
  const phraseAt = (text: string, from: number): string | undefined => {
    index ??= indexOf(table);
    for (const phrase of index.get(text.charAt(from)) ?? []) {
      const end = endOf(phrase, text, from);
      if (end !== undefined) return text.slice(from, end);
    }
    return undefined;
  };
  return {
    startOf(text) {
      const lower = text.toLowerCase();
      for (const start of startsOf(lower)) {
        const phrase = phraseAt(lower, start);
        if (phrase !== undefined) return phrase;
      }
      return undefined;
    },
    within(text) {
      const lower = text.toLowerCase();
      for (let start = 0; start < lower.length; start++) {
        const phrase = phraseAt(lower, start);
        if (phrase !== undefined && !SPACED_SCRIPT.test(lower.charAt(start - 1))) return phrase;
      }
      return undefined;
    },
  };
}

function indexOf(table: string): Index {
  const phrases = table
    .replace(/^\s*#.*$/gm, '')
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
  const index = new Map<string, string[]>();
  for (const phrase of phrases) {
    const initial = phrase.charAt(0);
    const others = index.get(initial);
    if (others) others.push(phrase);
    else index.set(initial, [phrase]);
  }
  return index;
}

/** Where a phrase may begin at the start of a text: behind its marks first, then before them one by one. */
function startsOf(text: string): number[] {
  const starts = [0];
  let at = 0;
  for (const character of text) {
    if (starts.length > MOST_MARKS || !MARK.test(character)) break;
    at += character.length;
    starts.unshift(at);
  }
  return starts;
}

/** Where a phrase that begins at `from` ends; undefined where it does not stand there. A space stands for any white space. */
function endOf(phrase: string, text: string, from: number): number | undefined {
  let at = from;
  for (let index = 0; index < phrase.length; index++) {
    if (phrase.charAt(index) !== ' ') {
      if (text.charAt(at) !== phrase.charAt(index)) return undefined;
      at++;
      continue;
    }
    if (!SPACE.test(text.charAt(at))) return undefined;
    while (SPACE.test(text.charAt(at))) at++;
  }
  return endsWord(phrase) && LETTER_OR_DIGIT.test(text.charAt(at)) ? undefined : at;
}

function endsWord(phrase: string): boolean {
  const last = phrase.charAt(phrase.length - 1);
  return LETTER.test(last) && !UNSPACED_SCRIPT.test(last);
}
