/**
 * A table of words, separated by white space, compiled for `NameIndex`. A word matches whole words of one class or id, at any place in it:
 * `share-bar` matches `share-bar`, `post-shareBar`, `share_bar__top`, not `shareholder`. A trailing `*` lets the last
 * word go on: `newsletter*` matches `newsletterbox`.
 */
export interface NameTable {
  /** The table's word that the names hold, if any. */
  match(names: string): string | undefined;
}

export function nameTable(words: string): NameTable {
  const pattern = new RegExp(`-(${words.trim().split(/\s+/).join('|').replaceAll('*', '[a-z0-9]*')})-`);
  return { match: (names) => pattern.exec(names)?.[1] };
}

export interface NamedElement {
  readonly element: Element;
  /** The word of the table that its class or id holds. */
  readonly word: string;
}

/** The class and id of an element, as written. Read by attribute: on a form `id` may be a control of that name. */
export function rawNames(element: Element): string {
  const classes = element.getAttribute('class') ?? '';
  const id = element.getAttribute('id') ?? '';
  return id === '' ? classes : `${classes} ${id}`;
}

/** `relatedPosts__item big` → `-related-posts-item- -big-`. */
export function normaliseNames(raw: string): string {
  return raw
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .map((name) => `-${name.replace(/[^a-z0-9]+/g, '-')}-`)
    .join(' ');
}

/**
 * The elements of a tree by their class and id. A page repeats few names many times, so a table is tried once for each
 * distinct spelling: the cost of a pass grows with the vocabulary, not with the page.
 */
export class NameIndex {
  readonly #groups = new Map<string, { names: string; elements: { element: Element; place: number }[] }>();

  constructor(root: Element) {
    let place = 0;
    for (const element of Array.from(root.querySelectorAll('*'))) {
      const raw = rawNames(element);
      if (raw === '') continue;
      place++;
      const group = this.#groups.get(raw);
      if (group) group.elements.push({ element, place });
      else this.#groups.set(raw, { names: normaliseNames(raw), elements: [{ element, place }] });
    }
  }

  /** The elements whose class or id holds a word of the table, in document order. */
  find(table: NameTable): NamedElement[] {
    const found: (NamedElement & { place: number })[] = [];
    for (const { names, elements } of this.#groups.values()) {
      const word = table.match(names);
      if (word !== undefined) for (const { element, place } of elements) found.push({ element, word, place });
    }
    return found.sort((a, b) => a.place - b.place);
  }
}
