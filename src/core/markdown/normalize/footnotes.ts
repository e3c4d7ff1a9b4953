import { childrenOf } from './children-of.ts';
/** A note: its number in the story and the element that holds its text. */
export interface Note {
  readonly number: number;
  readonly element: Element;
}

/** What a sign of a note looks like: a number, one of the old signs, a letter, with or without brackets. */
const SENTINEL = /^[[(（【〔]?\s*(?:(?:注|註|note|fn)?\s*\d{1,3}|[*†‡§¶]{1,3}|[①-⑳]|[a-z]|[ivx]{1,4})\s*[\])）】〕]?$/i;
/** What a link back says. */
const BACK = /^(?:[\s↩↑^⏎←⬆⤴*[\]()]|\uFE0E|\uFE0F)*(?:back|return|返回)?(?:[\s↩]|\uFE0E|\uFE0F)*$/iu;
/** A note is a paragraph or an item, not a chapter. */
const NOTE_ELEMENTS = new Set(['li', 'p', 'div', 'dd', 'aside', 'section', 'span', 'td']);
const MAX_NOTE_LENGTH = 5000;
/** The whole text of a heading above the notes. */
const HEADING = /^(?:foot|end)?notes?$|^references$|^(?:注释|註釋|脚注|腳註|注解|参考资料|參考資料|注|註)[:：]?$/i;
/** A raised number without a link. */
const RAISED_NUMBER = /^[[(]?(\d{1,3})[\])]?$/;

/**
 * A story's notes: signs in its text, and further down the notes themselves. Most are links by fragment; some pages only
 * raise a number in the text and again before the note. Names of classes differ in every program and are not asked.
 */
export class Notes {
  readonly inOrder: Note[] = [];
  private readonly numbers = new Map<Element, number>();
  private readonly hidden = new Set<Element>();

  constructor(story: Element) {
    this.readLinks(story);
    if (this.inOrder.length === 0) this.readRaisedNumbers(story);
    const first = this.inOrder[0];
    if (first) this.hideHeading(first.element, story);
  }

  /** The number of the note that an element, a link or a raised number, is the sign of. */
  numberOf(element: Element): number | undefined {
    return this.numbers.get(element);
  }

  /** True for a raised element that only holds the sign of a note, with or without brackets. */
  isAround(element: Element): boolean {
    return this.numbers.size > 0 && childrenOf(element).some((child) => this.numbers.has(child));
  }

  /** True for what was moved or has no meaning in a post: notes in their place, links back, their heading. */
  isHidden(element: Element): boolean {
    return this.hidden.has(element);
  }

  hide(element: Element): void {
    this.hidden.add(element);
  }

  private readLinks(story: Element): void {
    const links = [...story.querySelectorAll('a[href*="#"]')].filter((link) => SENTINEL.test(textOf(link)));
    if (links.length === 0) return;
    const targets = targetsById(story);
    const numberOfNote = new Map<Element, number>();
    for (const link of links) {
      const element = this.hidden.has(link) ? undefined : noteElement(targets.get(fragmentOf(link)), link);
      if (element === undefined) continue;
      const number = numberOfNote.get(element) ?? this.add(element);
      numberOfNote.set(element, number);
      this.numbers.set(link, number);
      for (const back of element.querySelectorAll('a[href*="#"]')) if (isBackLink(back, element)) this.hidden.add(back);
      const label = firstElement(element);
      if (label && textOf(label) === textOf(link)) this.hidden.add(label);
    }
  }

  /** `<sup>1</sup>` in the text, and a paragraph or item below that begins with `<sup>1</sup>`; from 1 on, without gaps. */
  private readRaisedNumbers(story: Element): void {
    const signs = new Map<string, Element>();
    for (const raised of story.querySelectorAll('sup')) {
      const name = RAISED_NUMBER.exec(textOf(raised))?.[1];
      if (name === undefined) continue;
      const block = raised.closest('p, li, div');
      const sign = signs.get(name);
      if (block === null || firstElement(block) !== raised) signs.set(name, raised);
      else if (sign && name === String(this.inOrder.length + 1) && textOf(block).length > name.length + 2) {
        this.numbers.set(sign, this.add(block));
        this.hidden.add(raised);
      }
    }
  }

  private add(element: Element): number {
    this.hidden.add(element);
    return this.inOrder.push({ number: this.inOrder.length + 1, element });
  }

  private hideHeading(note: Element, story: Element): void {
    for (let element: Element | null = note; element && element !== story; element = element.parentElement) {
      let above = element.previousElementSibling;
      if (above === null) continue;
      if (/^h[1-6]$|^p$/.test(above.localName) && HEADING.test(textOf(above))) {
        this.hidden.add(above);
        above = above.previousElementSibling;
      }
      if (above?.localName === 'hr') this.hidden.add(above);
      return;
    }
  }
}

function textOf(element: Element): string {
  return (element.textContent ?? '').trim();
}

/** The element that a block begins with, where no text precedes it. */
function firstElement(block: Element): Element | undefined {
  let node = block.firstChild;
  while (node !== null && node.nodeType !== 1 && (node.nodeValue ?? '').trim() === '') node = node.nextSibling;
  return node?.nodeType === 1 ? (node as Element) : undefined;
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
    return fragment; // a lone percent sign: the fragment is returned unchanged
  }
}

/** The block around a target that is only a place in the text, or the target itself. */
function noteElement(target: Element | undefined, sign: Element): Element | undefined {
  if (target === undefined || target.contains(sign)) return undefined;
  const isPlace = target.localName === 'a' || target.localName === 'sup' || textOf(target) === '';
  const note = isPlace ? target.closest('li, p, dd, div') : target;
  const isBelow = (sign.compareDocumentPosition(target) & 4) !== 0;
  if (!isBelow || note === null || !NOTE_ELEMENTS.has(note.localName) || note.contains(sign)) return undefined;
  const length = textOf(note).length;
  return length > 0 && length < MAX_NOTE_LENGTH ? note : undefined;
}

function isBackLink(link: Element, note: Element): boolean {
  const text = textOf(link);
  return BACK.test(text) || (SENTINEL.test(text) && textOf(note).startsWith(text));
}
