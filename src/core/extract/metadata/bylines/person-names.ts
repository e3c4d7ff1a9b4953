import { beginsUpper, LETTERS } from '../../letters.ts';
import { englishMonths } from '../dates/month-names.ts';
import { cleanLine } from '../facts/clean-text.ts';
import {
  AGENCIES,
  BYLINE_ENDS,
  BYLINE_STARTS,
  COLON_LABELS,
  ENDS_BEFORE_NUMBER,
  NOT_NAMES,
  OFFICES,
  ORGANISATION_WORDS,
  OTHER_HANDS,
  ROLE_WORDS,
  SMALL_ENDS,
} from './byline-words.ts';

/** What a byline says once everything that is no name is off. */
export interface Byline {
  readonly names: readonly string[];
  /** It began with a word such as “By”: a name is meant, whatever it looks like. */
  readonly labelled: boolean;
}

const MAX_BYLINE = 300;
const MAX_NAMES = 20;
/** Labels by their first letter, longest first. */
const STARTS: ReadonlyMap<string, readonly string[]> = byFirstLetter(
  [...BYLINE_STARTS].sort((a, b) => b.length - a.length),
);
/** Text that begins or ends so needs no trimming of signs: a cheap question before a dear one. */
const LETTER_FIRST = /^[a-z\d\xc0-\xd6\xd8-\xf6\xf8-\u017f\u4e00-\u9fef]/i;
/** The punctuation and symbols of Latin text, all of `\p{P}` and `\p{S}`. */
const COMMON_SIGNS = /^[\s!-/:-@[-`{-~\xa1-\xa9«»\u2010-\u2027]+/;
const LETTER_LAST = /[a-z]$/i;
const LIST_SEPARATORS = /\s*[,;、，；|\n•·&+]\s*|\s+(?:and|und|et|y|e|og|och|en|ed|и|mit|with)\s+|\s+\/\s+/i;
const ASCII_LETTER = /[a-z]/i;
const NO_LETTER = new RegExp(`[^${LETTERS}]`);
/** Small words inside names. */
const PARTICLES = new Set(
  'de del della di da do dos das van von vom zu zur der den la le el al bin ibn ter ten af av y e i und jr st mc'.split(
    ' ',
  ),
);
/** A label of which the name stands elsewhere: `Essay Von`. */
const LOOSE_LABEL = / (?:by|von|par|por)$/;
const ADDRESS = /https?:|www\.|\.(?:com|org|net|html?)\b/;

/** The names in the text of a byline, in order, each once: `By Ann Lee and Bo Ek | 3 May` → Ann Lee, Bo Ek. */
export function readByline(text: string): Byline {
  const { rest, labelled } = withoutLabels(cleanLine(text.slice(0, MAX_BYLINE)));
  return { names: splitNames(cutAtEnd(rest, labelled)), labelled };
}

/** The names behind a word such as “By”; `undefined` where the text does not begin with one. */
export function namesBehindLabel(text: string): readonly string[] | undefined {
  const { rest, labelled } = withoutLabels(cleanLine(text.slice(0, MAX_BYLINE)));
  return labelled ? splitNames(cutAtEnd(rest, true)) : undefined;
}

/** The names in a value that holds nothing but names: JSON-LD, meta tags. */
export function readNames(value: string): readonly string[] {
  const { rest } = withoutLabels(cleanLine(value.slice(0, MAX_BYLINE)));
  const plain = rest.split(/\s[|–—-]\s|\s\(|@/)[0] ?? '';
  const names = splitNames(plain);
  // The name of a body may hold an “and” or a comma; a list that ends with a body begins with people.
  const isList = names.length > 1 && names.slice(0, -1).every((name) => name.includes(' ') && !isOrganisation(name));
  return isOrganisation(plain) && !isList ? [tidyName(plain)].filter(isName) : names;
}

/** True for words that are written as a name is: every word capitalised but for particles, or a script without capitals. */
export function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  if (words.length > 5 || /\d/.test(name)) return false;
  if (name.toLowerCase() === name.toUpperCase()) return name.length >= 2 && name.length <= 12;
  if (words.length === 1) return name.length > 2 && beginsUpper(name) && isLower(name.slice(1));
  return words.every(
    (word) =>
      beginsUpper(word) || PARTICLES.has(word.toLowerCase()) || (/^["'“(]/.test(word) && beginsUpper(word.slice(1))),
  );
}

/** True for letters none of which is a capital. */
function isLower(text: string): boolean {
  return text === text.toLowerCase() && !NO_LETTER.test(text);
}

/** True for the name of a body rather than of a person. */
export function isOrganisation(name: string): boolean {
  return name
    .toLowerCase()
    .split(' ')
    .some((word) => ORGANISATION_WORDS.has(word));
}

function byFirstLetter(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(word.charAt(0));
    if (group) group.push(word);
    else groups.set(word.charAt(0), [word]);
  }
  return groups;
}

function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(LIST_SEPARATORS)) {
    const whole = tidyName(part);
    if (names.length > 0 && isOffice(whole)) continue;
    const name = withoutOffice(whole);
    if (isName(name) && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    if (names.length === MAX_NAMES) break;
  }
  const people = names.filter((name) => !AGENCIES.has(name.toLowerCase()));
  return people.length > 0 ? people : names;
}

/** `Executive Editor`, `AP National Political Writer`: said of the one before it. */
function isOffice(name: string): boolean {
  return OFFICES.has(lastWord(name));
}

/** `Ann Lee Senior Political Editor` → Ann Lee. A person may be called Editor, hardly Senior Editor. */
function withoutOffice(name: string): string {
  if (!isOffice(name)) return name;
  const words = name.split(' ');
  let count = words.length - 1;
  while (count > 2 && isOfficeWord(words[count - 1])) count -= 1;
  return count < words.length - 1 ? words.slice(0, count).join(' ') : name;
}

function isOfficeWord(word = ''): boolean {
  return ROLE_WORDS.has(word.toLowerCase());
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

function withoutLabels(line: string): { rest: string; labelled: boolean } {
  let rest = line.replace(COMMON_SIGNS, '');
  if (rest !== '' && !LETTER_FIRST.test(rest)) rest = rest.replace(/^[\s\p{P}\p{S}]+/u, '');
  let labelled = false;
  for (let round = 0; round < 3; round += 1) {
    const lower = rest.toLowerCase();
    const length = labelLength(lower);
    if (length === 0) break;
    if (OTHER_HANDS.has(lower.slice(0, length))) return { rest: '', labelled: false };
    rest = rest.slice(length).replace(/^[\s:：\-–—|/／]+/u, '');
    labelled = true;
  }
  return { rest, labelled };
}

/** A label is a whole word: `Par` does not begin `Paris`. */
function labelLength(lower: string): number {
  const start = STARTS.get(lower.charAt(0))?.find(
    (label) => lower.startsWith(label) && /^(?:$|[\s:：/／|])/.test(lower.slice(label.length)),
  );
  if (start !== undefined) return start.length;
  const colon = lower.slice(0, 20).indexOf(':');
  return colon > 0 && COLON_LABELS.has(lower.slice(0, colon)) ? colon : 0;
}

/** Cuts a byline where the names end: at a date, an address, a verb, a sign between two pieces of furniture. */
function cutAtEnd(text: string, labelled: boolean): string {
  const words = text.split(' ');
  const shouts = text === text.toUpperCase();
  const end = words.findIndex((word, index) => endsByline(word, words[index + 1] ?? '', index, shouts, labelled));
  return (end === -1 ? words : words.slice(0, end)).join(' ');
}

function endsByline(word: string, next: string, index: number, shouts: boolean, labelled: boolean): boolean {
  if (/^\d/.test(word) || word.includes('@') || word.includes('://')) return true;
  const bare = word.toLowerCase().replace(/[,.:;]+$/, '');
  const beforeNumber = /^\d/.test(next);
  if (beforeNumber && (ENDS_BEFORE_NUMBER.has(bare) || englishMonths().has(bare))) return true;
  if (index === 0 || isListSign(word, next)) return false;
  // Behind “By” it is a part of the name: Alexa von Heyden.
  if (labelled && bare === 'von' && (beginsUpper(next) || PARTICLES.has(next))) return false;
  return (
    BYLINE_ENDS.has(bare) || /^[([]/.test(word) || (SMALL_ENDS.has(bare) && (shouts || word === word.toLowerCase()))
  );
}

function isListSign(word: string, next: string): boolean {
  return ['/', '·', '•', '|'].includes(word) && beginsUpper(next);
}

function tidyName(part: string): string {
  const name = LETTER_FIRST.test(part) ? part : part.replace(/^[\s\p{Pd}:：.*"“”'‘’()[\]]+/u, '');
  return LETTER_LAST.test(name) ? name : name.replace(/[\s\p{Pd}:：*"“”'‘()[\]]+$/u, '').trim();
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || !(ASCII_LETTER.test(name) || /\p{L}/u.test(name))) return false;
  const lower = name.toLowerCase().replace(/\.$/, '');
  if (NOT_NAMES.has(lower) || OTHER_HANDS.has(lower) || ADDRESS.test(lower) || LOOSE_LABEL.test(lower)) return false;
  const words = lower.split(' ');
  return words.length <= 7 && !isRole(words);
}

/** `Senior Staff Writer` is a role, `Jörg Staff` a person, and `Editor` alone may be all the page has. */
function isRole(words: readonly string[]): boolean {
  if (words.length === 1) return ROLE_WORDS.has(words[0] ?? '') && !['editor', 'staff'].includes(words[0] ?? '');
  const roles = words.filter((word) => ROLE_WORDS.has(word)).length;
  return (
    roles > 0 &&
    (ROLE_WORDS.has(words[0] ?? '') || roles >= words.length - 1) &&
    !words.includes('team') &&
    words.length + roles > 3
  );
}
