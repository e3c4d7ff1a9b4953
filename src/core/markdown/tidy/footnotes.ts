/** A note: its number in the story and the element that holds its text. */
export interface Note {
  readonly number: number;
  readonly element: Element;
}

/** The notes that a story's links lead to. */
export interface Notes {
  readonly inOrder: readonly Note[];
  /** The number of the note that a link is the sign of. */
  numberOf(link: Element): number | undefined;
  /** True for a raised element that only holds the sign of a note, with or without brackets. */
  isAround(element: Element): boolean;
  /** True for what stands elsewhere now or says nothing in a post: the notes in their place, the links back. */
  isHidden(element: Element): boolean;
  hide(element: Element): void;
}

/** What the sign of a note looks like: a number, one of the old signs, a letter, with or without brackets. */
const SIGN = /^[[(（【〔]?\s*(?:(?:注|註|note|fn)?\s*\d{1,3}|[*†‡§¶]{1,3}|[①-⑳]|[a-z]|[ivx]{1,4})\s*[\])）】〕]?$/i;
/** What a link back says. */
const BACK = /^(?:[\s↩↑^⏎←⬆⤴*[\]()]|\uFE0E|\uFE0F)*(?:back|return|返回)?(?:[\s↩]|\uFE0E|\uFE0F)*$/iu;
/** A note is a paragraph or an item, not a chapter. */
const NOTE_ELEMENTS = new Set(['li', 'p', 'div', 'dd', 'aside', 'section', 'span', 'td']);
const MAX_NOTE_LENGTH = 5000;

/**
 * Finds the story's notes: links that look like the sign of a note and lead to an element further down that looks like
 * one. Only fragments tell them: names of classes differ in every program.
 */
export function findNotes(story: Element): Notes {
  const numbers = new Map<Element, number>();
  const hidden = new Set<Element>();
  const inOrder: Note[] = [];
  const links = [...story.querySelectorAll('a[href*="#"]')];
  const signs = links.filter((link) => SIGN.test((link.textContent ?? '').trim()));
  if (signs.length > 0) {
    const targets = targetsById(story);
    const numberOfNote = new Map<Element, number>();
    for (const sign of signs) {
      const note = noteElement(targets.get(fragmentOf(sign)), sign);
      if (note === undefined || hidden.has(sign)) continue;
      const number = numberOfNote.get(note) ?? inOrder.length + 1;
      if (!numberOfNote.has(note)) {
        numberOfNote.set(note, number);
        inOrder.push({ number, element: note });
        hidden.add(note);
        for (const back of note.querySelectorAll('a[href*="#"]')) if (isBackLink(back, note)) hidden.add(back);
      }
      numbers.set(sign, number);
    }
  }
  // The walk enters a note by its children, so hiding it only empties its place.
  return {
    inOrder,
    numberOf: (link) => numbers.get(link),
    isAround: (element) => numbers.size > 0 && [...element.querySelectorAll('a')].some((link) => numbers.has(link)),
    isHidden: (element) => hidden.has(element),
    hide: (element) => hidden.add(element),
  };
}

function targetsById(story: Element): Map<string, Element> {
  const targets = new Map<string, Element>();
  for (const element of story.querySelectorAll('[id], a[name]')) {
    const id = element.getAttribute('id') ?? element.getAttribute('name') ?? '';
    if (id !== '' && !targets.has(id)) targets.set(id, element);
  }
  return targets;
}

function fragmentOf(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  const fragment = href.slice(href.indexOf('#') + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a lone percent sign: the fragment as it stands
  }
}

function noteElement(target: Element | undefined, sign: Element): Element | undefined {
  if (target === undefined || target.contains(sign)) return undefined;
  const isBelow = (sign.compareDocumentPosition(target) & 4) !== 0;
  const note = target.localName === 'a' || target.localName === 'sup' ? target.closest('li, p, dd, div') : target;
  if (!isBelow || note === null || !NOTE_ELEMENTS.has(note.localName) || note.contains(sign)) return undefined;
  const length = (note.textContent ?? '').trim().length;
  return length > 0 && length < MAX_NOTE_LENGTH ? note : undefined;
}

function isBackLink(link: Element, note: Element): boolean {
  const text = (link.textContent ?? '').trim();
  const isFirst = (note.textContent ?? '').trimStart().startsWith(text);
  return BACK.test(text) || (isFirst && SIGN.test(text));
}
