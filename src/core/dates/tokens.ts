import { EAST_ASIAN_LETTERS, LETTERS } from '../text/text-folding.ts';
import { HALVES } from './halves-of-day.ts';
import { isHanNumeral, readHanNumber } from './han-number.ts';

/** A piece of a line of text as the date reader sees it. White space makes no token, only `spaced` on the next one. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Lower case, compatibility forms resolved. */
  readonly text: string;
  /** For a number its value, otherwise NaN. */
  readonly value: number;
  /** For a number the count of digits as written; a Han number counts 4 (a year), 3 or 2. */
  readonly digits: number;
  /** White space precedes it. */
  readonly spaced: boolean;
  /** Offsets into the normalised text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Words of Chinese, Japanese and Korean dates. These scripts write no spaces, so a known word is cut out where it starts;
 * a longer word precedes its own beginning in the list.
 */
const EAST_ASIAN_WORDS: readonly string[] = [
  ...'北京时间 北京時間 日本時間 星期 礼拜 禮拜 曜日 요일 中华民国 中華民國 民国 民國 令和 平成 昭和'.split(' '),
  ...HALVES.keys(),
];

const LETTER = new RegExp(`[${LETTERS}\u0300-\u036f]`);
const ASCII_LETTER = /[a-z]/;
const EAST_ASIAN_LETTER = new RegExp(`[${EAST_ASIAN_LETTERS}○]`);
const SPACE = /\s/;

/** Digits of Arabic, Persian, Hindi, Bengali and Thai. */
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;

/** Longest line the reader looks at; a longer one is prose, and the page is hostile until shown otherwise. */
const MAX_LENGTH = 1_000;

/** Cuts one line of text into tokens, in time linear in its length. */
export function tokenize(line: string): Token[] {
  const text = line.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase().replace(OTHER_DIGIT, plainDigit);
  const tokens: Token[] = [];
  let spaced = true;
  let at = 0;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (SPACE.test(character)) {
      spaced = true;
      at += character.length;
      continue;
    }
    const token = readToken(text, at, character, spaced);
    tokens.push(token);
    at = token.end;
    spaced = false;
  }
  return tokens;
}

/** Unicode has the digits of a script in a row that begins at a nought, 0 or 6 from a multiple of sixteen. */
function plainDigit(digit: string): string {
  const place = digit.charCodeAt(0) % 16;
  return String(/[\u0966-\u09ef]/.test(digit) ? place - 6 : place);
}

function readToken(text: string, start: number, character: string, spaced: boolean): Token {
  if (isDigit(character)) {
    const end = endOfRun(text, start, isDigit);
    const run = text.slice(start, end);
    return { kind: 'number', text: run, value: Number(run), digits: run.length, spaced, start, end };
  }
  if (character > '\x7f' && isHanNumeral(character)) {
    const end = endOfRun(text, start, isHanNumeral);
    const run = text.slice(start, end);
    const value = readHanNumber(run) ?? Number.NaN;
    return { kind: 'number', text: run, value, digits: value > 999 ? 4 : value > 99 ? 3 : 2, spaced, start, end };
  }
  if (character > '\x7f' && EAST_ASIAN_LETTER.test(character)) {
    const word = EAST_ASIAN_WORDS.find((known) => text.startsWith(known, start)) ?? character;
    return { kind: 'word', text: word, value: Number.NaN, digits: 0, spaced, start, end: start + word.length };
  }
  const isWord = isPlainLetter(character);
  const end = isWord ? endOfRun(text, start, isPlainLetter) : start + character.length;
  const kind = isWord ? 'word' : 'mark';
  return { kind, text: text.slice(start, end), value: Number.NaN, digits: 0, spaced, start, end };
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isPlainLetter(character: string): boolean {
  // Unicode's classes are expensive to build; most text needs none.
  return character <= '\x7f'
    ? ASCII_LETTER.test(character)
    : LETTER.test(character) && !EAST_ASIAN_LETTER.test(character);
}

function endOfRun(text: string, start: number, belongs: (character: string) => boolean): number {
  let at = start;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!belongs(character)) break;
    at += character.length;
  }
  return at;
}
