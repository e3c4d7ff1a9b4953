import type { Phrases } from '../../model/phrases.ts';
import { LETTERS } from '../../text/text-folding.ts';
import { ANY_CJK } from './text-measure.ts';

/** A table of phrases that a text may begin with. */
export interface PhraseTable {
  /** The longest phrase of the table that the text begins with, if any. Ignores case and what precedes letters. */
  startOf(text: string): string | undefined;
}

/** The phrases of some languages, a table for each use. */
export interface PhraseTables extends Readonly<Record<Beginning, PhraseTable>> {
  /** Finds a word of those that calls have and sentences hardly ever: what a call is about, and whom it speaks to. */
  readonly called: RegExp;
  /** Finds a word of those that many calls have. */
  readonly promo: RegExp;
}

type Beginning = Exclude<keyof Phrases, 'callWords' | 'promoWords' | 'addressWords'>;

/** One set of tables of several languages' phrases: pages mix them, English in all. */
export function phraseTables(languages: readonly Phrases[]): PhraseTables {
  const all = (use: keyof Phrases): string => languages.map((phrases) => phrases[use]).join('\n');
  const table = (use: Beginning): PhraseTable => phraseTable(all(use));
  return {
    labels: table('labels'),
    openings: table('openings'),
    calls: table('calls'),
    related: table('related'),
    tailHeadings: table('tailHeadings'),
    signOffs: table('signOffs'),
    called: wordPattern(`${all('callWords')} ${all('addressWords')}`),
    promo: wordPattern(`${all('callWords')} ${all('promoWords')}`),
  };
}

const LONGEST_PHRASE = 40;

/** Spaces, arrows, bullets, brackets and the like that may precede the first letter. */
const BEFORE_TEXT = new RegExp(`^[^${LETTERS}\\d#@©ⓒ*]{1,8}`);

/** A text that most likely has nothing of that: cheaper to see than the whole alphabet. */
const PLAIN_START = /^[a-z0-9]/i;

const ALPHABET = new RegExp(`[${LETTERS}\\d]`);

/** A phrase that ends in a letter ends with a word, but for Chinese, Japanese and Korean. */
function phraseTable(table: string): PhraseTable {
  let filed: Map<string, string[]> | undefined;
  return {
    startOf(text) {
      filed ??= fileByInitial(table);
      const bare = PLAIN_START.test(text) ? text : text.replace(BEFORE_TEXT, '');
      const start = bare.slice(0, LONGEST_PHRASE).toLowerCase().replaceAll('’', "'");
      return filed.get(start.charAt(0))?.find((phrase) => start.startsWith(phrase) && endsWord(phrase, start));
    },
  };
}

/** An index and not one pattern: a regular expression of hundreds of alternatives takes some 100 ms to compile. */
function fileByInitial(table: string): Map<string, string[]> {
  const filed = new Map<string, string[]>();
  for (const line of table.split(/[|\n]/)) {
    const phrase = line.trim();
    if (phrase === '' || phrase.startsWith('#')) continue;
    const others = filed.get(phrase.charAt(0));
    if (others) others.push(phrase);
    else filed.set(phrase.charAt(0), [phrase]);
  }
  for (const phrases of filed.values()) phrases.sort((a, b) => b.length - a.length);
  return filed;
}

function endsWord(phrase: string, text: string): boolean {
  const last = phrase.slice(-1);
  return !ALPHABET.test(last) || ANY_CJK.test(last) || !ALPHABET.test(text.charAt(phrase.length));
}

/** A pattern that finds a word that begins with one of some stems, written as parts of a regular expression. */
export function wordPattern(stems: string): RegExp {
  return new RegExp(`\\b(?:${stems.trim().replace(/\s+/g, '|')})`, 'i');
}
