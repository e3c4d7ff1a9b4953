/**
 * A table of words, separated by white space, for `NameIndex`. A word matches whole words of one class or id, at any place in it:
 * `share-bar` matches `share-bar`, `post-shareBar`, `share_bar__top`, not `shareholder`. A trailing `*` lets the last
 * word go on: `newsletter*` matches `newsletterbox`.
 */
export interface NameTable {
  readonly words: string;
}

/** All tables: they are looked up together, in one reading of each name. */
const tables: NameTable[] = [];

export function nameTable(words: string): NameTable {
  const table = { words };
  tables.push(table);
  return table;
}

/** A word as it occurs in normalised names: with the hyphen that ends it, unless its end is open. */
interface Entry {
  readonly table: NameTable;
  readonly start: string;
  readonly open: boolean;
}

/** Letters by which the words are filed. No open word is shorter; a closed one has its hyphen to make up for it. */
const KEY_LENGTH = 3;

let filedWords: Map<string, Entry[]> | undefined;

/** The words of all tables, filed on first need; an index costs a tenth of compiling a pattern for each table. */
function fileWords(): Map<string, Entry[]> {
  const filed = new Map<string, Entry[]>();
  for (const table of tables) {
    for (const word of table.words.trim().split(/\s+/)) {
      const open = word.endsWith('*');
      const start = open ? word.slice(0, -1) : `${word}-`;
      const key = start.slice(0, KEY_LENGTH);
      const others = filed.get(key);
      if (others) others.push({ table, start, open });
      else filed.set(key, [{ table, start, open }]);
    }
  }
  return filed;
}

/** The first word of each table that normalised names hold; of two at one place, the one that the table has first. */
function wordsIn(names: string): Map<NameTable, string> | undefined {
  filedWords ??= fileWords();
  let words: Map<NameTable, string> | undefined;
  for (let hyphen = names.indexOf('-'); hyphen !== -1; hyphen = names.indexOf('-', hyphen + 1)) {
    const from = hyphen + 1;
    const entries = filedWords.get(names.slice(from, from + KEY_LENGTH));
    if (!entries) continue;
    for (const { table, start, open } of entries) {
      if (!names.startsWith(start, from) || words?.has(table)) continue;
      const end = from + start.length;
      // An open word goes on within its name: `footer-*` needs a letter or a hyphen behind `footer-`.
      if (open && (end === names.length || names.charAt(end) === ' ')) continue;
      words ??= new Map();
      words.set(table, names.slice(from, open ? names.indexOf('-', end) : end - 1));
    }
  }
  return words;
}

export interface NamedElement {
  readonly element: Element;
  /** The word of the table that its class or id holds. */
  readonly word: string;
}

interface Placed {
  readonly element: Element;
  /** Its rank in document order. */
  readonly place: number;
}

/**
 * The class and id of an element, as written. Read by attribute: on a form `id` may be a control of that name. A
 * heading's id is an anchor made of its own words (“Related work”), and names nothing.
 */
export function rawNames(element: Element): string {
  const classes = element.getAttribute('class') ?? '';
  const id = element.getAttribute('id');
  return id === null || id === '' || /^H[1-6]$/.test(element.tagName) ? classes : `${classes} ${id}`;
}

/** `relatedPosts__item big` → `-related-posts-item- -big-`. */
export function normaliseNames(raw: string): string {
  const words = raw
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9\s]+/g, '-')
    .replace(/\s+/g, '- -');
  return `-${words}-`;
}

/** Elements with a class or id. One selector and not a list of two: jsdom returns the matches of a list out of order. */
const NAMED = ':is([class], [id])';

/**
 * The elements of a tree by their class and id. A page repeats few names many times, so each distinct spelling is
 * looked up once, for all tables: the cost of a pass grows with the vocabulary, not with the page.
 */
export class NameIndex {
  readonly #groups = new Map<NameTable, { word: string; elements: readonly Placed[] }[]>();

  constructor(root: Element) {
    const spellings = new Map<string, Placed[]>();
    let place = 0;
    for (const element of Array.from(root.querySelectorAll(NAMED))) {
      const raw = rawNames(element);
      const others = spellings.get(raw);
      if (others) others.push({ element, place });
      else spellings.set(raw, [{ element, place }]);
      place++;
    }
    for (const [raw, elements] of spellings) {
      const words = wordsIn(normaliseNames(raw));
      if (words) for (const [table, word] of words) this.#file(table, { word, elements });
    }
  }

  #file(table: NameTable, group: { word: string; elements: readonly Placed[] }): void {
    const others = this.#groups.get(table);
    if (others) others.push(group);
    else this.#groups.set(table, [group]);
  }

  /** The elements whose class or id holds a word of the table, in document order. */
  find(table: NameTable): NamedElement[] {
    const found: (NamedElement & Placed)[] = [];
    for (const { word, elements } of this.#groups.get(table) ?? []) {
      for (const { element, place } of elements) found.push({ element, word, place });
    }
    return found.sort((a, b) => a.place - b.place);
  }
}
