import { lettersOf } from '../../text/text-folding.ts';

/** A longer text is not a name, in letters. */
const LONGEST = 80;

/** Words that follow an author's name where a last paragraph says who that is. */
const WHO = new Set(
  'is was has can covers covered writes works worked reports lives teaches joined ist war arbeitet schreibt lebt est es é è'.split(
    ' ',
  ),
);

/**
 * Answers whether a line is an author's name, or begins with one. Where the authors are not known yet it says no, and
 * keeps the names that would make a difference.
 */
export class AuthorNames {
  /** The letters of those names. */
  readonly undecided = new Set<string>();
  readonly #names: readonly string[] | undefined;

  /** @param names absent: not known yet. */
  constructor(names: readonly string[] | undefined) {
    this.#names = names;
  }

  /** True for a line that is an author's name. */
  isName(line: string): boolean {
    const letters = lettersOf(line);
    if (letters === '') return false;
    if (this.#names) return this.#names.some((name) => lettersOf(name) === letters);
    this.#keep(letters);
    return false;
  }

  /** “Ann Lee covers the harbour for the Gazette.” */
  isBiography(text: string): boolean {
    if (this.#names) {
      const author = this.#names.find((name) => name.includes(' ') && text.startsWith(name));
      return author !== undefined && WHO.has(/^,? (\S+)/.exec(text.slice(author.length))?.[1] ?? '');
    }
    for (const match of text.slice(0, 2 * LONGEST).matchAll(/ (\S+)/g)) {
      if (WHO.has(match[1] ?? '')) this.#keep(lettersOf(text.slice(0, match.index)));
    }
    return false;
  }

  #keep(letters: string): void {
    if (letters.length <= LONGEST) this.undecided.add(letters);
  }
}
