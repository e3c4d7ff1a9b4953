import { englishMonths } from '../../dates/month-names.ts';
import type { BylineWords } from '../../model/byline-words.ts';
import { cleanLine } from '../../text/clean-text.ts';
import { beginsUpper, LETTERS } from '../../text/text-folding.ts';

/** The names of a byline. */
export interface Byline {
  readonly names: readonly string[];
  /** It began with a word such as “By”: a name follows, whatever its shape. */
  readonly labelled: boolean;
}

const MAX_BYLINE = 300;
const MAX_NAMES = 20;
/** Text that begins or ends so needs no trimming of signs. Cheaper than the trimming. */
const LETTER_FIRST = /^[a-z\d\xc0-\xd6\xd8-\xf6\xf8-\u017f\u4e00-\u9fef]/i;
/** The punctuation and symbols of Latin text, from `\p{P}` and `\p{S}`. */
const COMMON_SIGNS = /^[\s!-/:-@[-`{-~\xa1-\xa9«»\u2010-\u2027]+/;
const LETTER_LAST = /[a-z]$/i;
/** A sign between two spaces that does not join names: `Ann Lee ● 3 May`. */
const LONE_SIGN = /^[^\p{L}\p{N}\s&+,;、，；]$/u;
const LIST_SEPARATORS = /(\s*[,;、，；،|\n•·&+]\s*|\s+(?:and|und|et|y|e|og|och|en|ed|и|mit|with)\s+|\s+\/\s+)/i;
const ASCII_LETTER = /[a-z]/i;
const NO_LETTER = new RegExp(`[^${LETTERS}]`);
/** Small words inside names. */
const PARTICLES = new Set(
  'de del della di da do dos das van von vom zu zur der den la le el al bin ibn ter ten af av y e i und jr st mc'.split(
    ' ',
  ),
);
/** Agencies that a byline names behind who wrote the story. */
const AGENCIES = new Set(
  'ap|afp|dpa|reuters|upi|ansa|efe|apa|sda|sid|afp.com|associated press|the associated press|agencies|agenturen'.split(
    '|',
  ),
);
/** A label ends at the end of the text, at white space or at a sign. */
const LABEL_END = /^[\s:：/／|]?$/;
const ADDRESS = /https?:|www\.|\.(?:com|org|net|html?)\b/;
/** A degree or licence behind a name, which is kept with it: `MD`, `Ph.D.`, `RDN`, `CFP®`. */
const DEGREE = /^(?:[A-Z]\.?[a-z]?\.?-?){2,6}[®™]?$/;
/** A post is described with one of these words, a name is not: `Head of Marketing`. */
const INSIDE_POSTS = /\s(?:of|at|for|in|the|to|on)\s/;

/** Returns true where every word except particles has a capital, or the script has no capitals. */
export function looksLikeName(text: string): boolean {
  const name = withoutDegrees(text);
  const words = name.split(' ');
  if (words.length > 5 || /\d/.test(name)) return false;
  if (name.toLowerCase() === name.toUpperCase()) return name.length >= 2 && name.length <= (words.length > 1 ? 40 : 12);
  if (words.length === 1) return name.length > 2 && beginsUpper(name) && isLower(name.slice(1));
  return words.every(
    (word) =>
      beginsUpper(word) || PARTICLES.has(word.toLowerCase()) || (/^["'“(]/.test(word) && beginsUpper(word.slice(1))),
  );
}

/** `Ann Lee, MD` → Ann Lee */
export function withoutDegrees(name: string): string {
  return name.split(', ')[0] ?? name;
}

/** True for letters none of which is a capital. */
function isLower(text: string): boolean {
  return text === text.toLowerCase() && !NO_LETTER.test(text);
}

/** Reads bylines in some languages: English in all pages, others where the page has them. */
export class BylineReader {
  /** Labels by their first letter, longest first. */
  readonly #starts = new Map<string, string[]>();
  readonly #words: Readonly<Record<Exclude<keyof BylineWords, 'starts'>, ReadonlySet<string>>>;

  constructor(languages: readonly BylineWords[]) {
    const list = (use: keyof BylineWords, separator: string): string[] =>
      languages.flatMap((words) => words[use].split(separator)).filter((entry) => entry !== '');
    const words = (use: keyof BylineWords): Set<string> => new Set(list(use, ' '));
    for (const start of list('starts', '|').sort((a, b) => b.length - a.length)) {
      const others = this.#starts.get(start.charAt(0));
      if (others) others.push(start);
      else this.#starts.set(start.charAt(0), [start]);
    }
    this.#words = {
      colonLabels: words('colonLabels'),
      ends: words('ends'),
      smallEnds: words('smallEnds'),
      endsBeforeNumber: words('endsBeforeNumber'),
      offices: words('offices'),
      ranks: words('ranks'),
      organisations: words('organisations'),
      notNames: new Set(list('notNames', '|')),
    };
  }

  /**
   * The names in the text of a byline, in order, each once: `By Ann Lee and Bo Ek | 3 May` → Ann Lee, Bo Ek.
   *
   * @param isNaming the element holds names only, as text behind a label does.
   */
  read(text: string, isNaming = false): Byline {
    const { rest, labelled } = this.#withoutLabels(cleanLine(text.slice(0, MAX_BYLINE)));
    return { names: this.#splitNames(this.#cutAtEnd(rest, labelled || isNaming)), labelled };
  }

  /** The names behind a word such as “By”; `undefined` where the text does not begin with one. */
  behindLabel(text: string): readonly string[] | undefined {
    const { rest, labelled } = this.#withoutLabels(cleanLine(text.slice(0, MAX_BYLINE)));
    return labelled ? this.#splitNames(this.#cutAtEnd(rest, true)) : undefined;
  }

  /** Returns the names in a value that holds names only: JSON-LD, meta tags. */
  namesIn(value: string): readonly string[] {
    const { rest } = this.#withoutLabels(cleanLine(value.slice(0, MAX_BYLINE)));
    const plain = rest.split(/\s[|–—-]\s|\s\(|@/)[0] ?? '';
    const names = this.#splitNames(plain);
    if (!this.isOrganisation(plain)) return names;
    // The name of a body may hold an “and” or a comma; a list that ends with a body begins with people.
    const isList =
      names.length > 1 && names.slice(0, -1).every((name) => name.includes(' ') && !this.isOrganisation(name));
    return isList ? names : [normalizeName(plain)].filter((name) => this.#isName(name));
  }

  /** True for the name of a body rather than of a person. */
  isOrganisation(name: string): boolean {
    return name
      .toLowerCase()
      .split(' ')
      .some((word) => this.#words.organisations.has(word));
  }

  #splitNames(text: string): string[] {
    const names: string[] = [];
    let isPost = false;
    let hadOffice = false;
    // Odd entries are the separators.
    const parts = text.split(LIST_SEPARATORS);
    for (let at = 0; at < parts.length && names.length < MAX_NAMES; at += 2) {
      const whole = normalizeName(parts[at] ?? '');
      // `Executive Editor`, `AP National Political Writer`, `Head of Marketing and Events`: said of the one before it.
      const isSecondHalf: boolean = isPost && !/[,;|]/.test(parts[at - 1] ?? '');
      // `Senior Director, Content & Marketing, Gull Institute`: what an office is for, and where.
      const isOfOffice: boolean = (isPost || hadOffice) && (!whole.includes(' ') || this.isOrganisation(whole));
      isPost = names.length > 0 && (isSecondHalf || isOfOffice || this.isPost(whole));
      if (isPost) continue;
      const last = names.at(-1);
      if (last !== undefined && DEGREE.test(whole)) {
        if (/,/.test(parts[at - 1] ?? '')) names[names.length - 1] = `${last}, ${whole}`;
        continue;
      }
      const name = this.#withoutOffice(whole);
      hadOffice = name !== whole;
      if (this.#isName(name) && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
    const people = names.filter((name) => !AGENCIES.has(name.toLowerCase()));
    return people.length > 0 ? people : names;
  }

  /** True for what somebody is rather than a name: `Senior Writer`, `Head of Marketing`. */
  isPost(part: string): boolean {
    return this.#isOffice(part) || INSIDE_POSTS.test(part);
  }

  #isOffice(name: string): boolean {
    return this.#words.offices.has(lastWord(name));
  }

  #isRoleWord(word = ''): boolean {
    return this.#words.offices.has(word) || this.#words.ranks.has(word);
  }

  /** `Ann Lee Senior Political Editor` → Ann Lee, `Ann Lee Founder` → Ann Lee. A person may be called Editor, with one name. */
  #withoutOffice(name: string): string {
    if (!this.#isOffice(name)) return name;
    const words = name.split(' ');
    let count = words.length - 1;
    while (count > 2 && this.#isRoleWord(words[count - 1]?.toLowerCase())) count -= 1;
    return count >= 2 ? words.slice(0, count).join(' ') : name;
  }

  #withoutLabels(line: string): { rest: string; labelled: boolean } {
    let rest = line.replace(COMMON_SIGNS, '');
    if (rest !== '' && !LETTER_FIRST.test(rest)) rest = rest.replace(/^[\s\p{P}\p{S}]+/u, '');
    let labelled = false;
    for (let round = 0; round < 3; round += 1) {
      const length = this.#labelLength(rest.toLowerCase());
      if (length === 0) break;
      rest = rest.slice(length).replace(/^[\s:：\-–—|/／]+/, '');
      labelled = true;
    }
    return { rest, labelled };
  }

  /** A label is a whole word: `Par` does not begin `Paris`. */
  #labelLength(lower: string): number {
    const start = this.#starts
      .get(lower.charAt(0))
      ?.find((label) => lower.startsWith(label) && LABEL_END.test(lower.charAt(label.length)));
    if (start !== undefined) return start.length;
    const colon = lower.slice(0, 20).indexOf(':');
    return colon > 0 && this.#words.colonLabels.has(lower.slice(0, colon)) ? colon : 0;
  }

  /** Cuts a byline where the names end: at a date, an address, a verb, a sign between two pieces of boilerplate. */
  #cutAtEnd(text: string, labelled: boolean): string {
    const words = text.split(' ');
    const shouts = text === text.toUpperCase();
    const end = words.findIndex((word, at) => this.#endsByline(word, words[at + 1] ?? '', at, shouts, labelled));
    return (end === -1 ? words : words.slice(0, end)).join(' ');
  }

  #endsByline(word: string, next: string, at: number, shouts: boolean, labelled: boolean): boolean {
    if (/^\d/.test(word) || word.includes('@') || word.includes('://')) return true;
    const bare = word.toLowerCase().replace(/[,.:;]+$/, '');
    const beforeNumber = /^\d/.test(next);
    if (beforeNumber && (this.#words.endsBeforeNumber.has(bare) || englishMonths().has(bare))) return true;
    if (at === 0 || isListSign(word, next)) return false;
    if (LONE_SIGN.test(word)) return true;
    // Behind “By” it is a part of the name: Alexa von Heyden.
    if (labelled && bare === 'von' && (beginsUpper(next) || PARTICLES.has(next))) return false;
    const isSmall = shouts || word === word.toLowerCase();
    if (this.#words.ends.has(bare) || (isSmall && this.#words.smallEnds.has(bare))) return true;
    // `Paramita (Rita) Ghosh` goes on behind the bracket, `Ann Lee (Reuters)` does not.
    return (
      /^[([]/.test(word) && !(/[)\]]$/.test(word) && beginsUpper(next) && !this.#words.ends.has(next.toLowerCase()))
    );
  }

  #isName(name: string): boolean {
    if (name.length < 2 || name.length > 60 || !(ASCII_LETTER.test(name) || /\p{L}/u.test(name))) return false;
    const lower = name.toLowerCase().replace(/\.$/, '');
    if (this.#words.notNames.has(lower) || ADDRESS.test(lower) || lower.includes(': ') || /[?!]$/.test(lower))
      return false;
    const words = lower.split(' ');
    // `Essay Von`: a label whose name is in another element.
    const last = lastWord(lower);
    if (words.length > 1 && !this.#isOffice(last) && this.#starts.get(last.charAt(0))?.includes(last)) return false;
    return words.length <= 7 && !this.#isRole(words);
  }

  /** `Senior Staff Writer` is a role, `Jörg Staff` a person, and `Editor` alone may be all the page has. */
  #isRole(words: readonly string[]): boolean {
    const [first = ''] = words;
    if (words.length === 1) return this.#isRoleWord(first) && first !== 'editor' && first !== 'staff';
    const roles = words.filter((word) => this.#isRoleWord(word)).length;
    return (
      roles > 0 &&
      (this.#isRoleWord(first) || roles >= words.length - 1) &&
      !words.includes('team') &&
      words.length + roles > 3
    );
  }
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

function isListSign(word: string, next: string): boolean {
  return ['/', '·', '•', '|'].includes(word) && beginsUpper(next);
}

function normalizeName(part: string): string {
  const name = LETTER_FIRST.test(part) ? part : part.replace(/^[\s\p{Pd}:：.*"“”'‘’()[\]]+/u, '');
  return LETTER_LAST.test(name) ? name : name.replace(/[\s\p{Pd}:：*"“”'‘()[\]]+$/u, '').trim();
}
