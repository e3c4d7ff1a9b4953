import { collapse } from '../clean/blocks.ts';
import { TextMeasure } from '../clean/text-measure.ts';
import { readable } from '../thread/readable.ts';
import { isAuthor, signsOf } from '../thread/signs.ts';
import { isNamedLive, LEAST_ENTRIES } from './structure-signs.ts';

/** The longest line of a time, and the longest name. */
const TIME_LENGTH = 40;
const NAME_LENGTH = 60;

/** A clock or a day: more than a number. */
const MOMENT = /\d{1,2}\s?[:.h时時]\s?\d{2}|\d{1,2}\s?[ap]\.?m\b|\d{4}|\d{1,2}月|\bago\b|前$/i;
const RELATIVE = /\bago\b|前$|^(?:just now|刚刚|剛剛)$/i;

/** Entries hold this share of the page's prose. */
const LEAST_SHARE = 0.4;

/** What is between a time and a name. */
const BETWEEN = /^(?:[\s·•|,，:：–—-]|by|von|par|文|记者|記者|at|um|updated|posted)*$/i;

const COMMENTS = /comment|reply|respond|pinglun/i;
/** Who writes a post has a page of a member; forums draw a line of time beside their posts as well. */
const POSTER = '[class*="username" i], a[href*="/u/"], a[href*="/user"], a[href*="/member"], a[href*="profile"]';
const PROSE_BLOCKS = /^(?:P|LI|BLOCKQUOTE|DD|TD)$/;

/**
 * Puts the time of each entry of a live blog, and its author, into a small heading where they are. A line of a time and a
 * name alone is no part of the text for what cleans later, and would be lost. An entry whose time begins its first
 * sentence stays as it is.
 *
 * @param names the page's classes (`class-names.ts`).
 */
export function headEntries(page: Element, names: string): void {
  if (!isNamedLive(page, names)) return;
  const entries = entriesOf(page);
  for (const entry of entries) headEntry(entry);
  const list = entries[0]?.parentElement;
  if (list && /^[UO]L$/.test(list.tagName)) openList(list);
}

/** An entry with a heading is a section: Markdown has no headings in lists. */
function openList(list: Element): void {
  const document = list.ownerDocument;
  const box = document.createElement('div');
  for (const item of Array.from(list.children)) {
    const section = document.createElement('section');
    section.append(...Array.from(item.childNodes));
    box.append(section);
  }
  list.replaceWith(box);
}

/** The largest group of siblings of one name that each show a moment and are no teasers. */
function entriesOf(page: Element): Element[] {
  const times = new Set(signsOf(Array.from(page.querySelectorAll('*')), 'time'));
  const measure = new TextMeasure(page);
  const groups = new Map<Element, Element[]>();
  for (const time of times) {
    for (let box: Element | null = time; box?.parentElement && box !== page; box = box.parentElement) {
      const group = groups.get(box.parentElement);
      if (!group) groups.set(box.parentElement, [box]);
      else if (!group.includes(box)) group.push(box);
    }
  }
  let best: Element[] = [];
  let most = measure.total.prose * LEAST_SHARE;
  for (const [parent, all] of groups) {
    const { tagName } = all[0] ?? parent;
    const entries = all.filter((entry) => entry.tagName === tagName && !COMMENTS.test(entry.className));
    if (entries.length < LEAST_ENTRIES || entries.filter(isOther).length * 2 > entries.length) continue;
    const prose = entries.reduce((sum, entry) => sum + measure.of(entry).prose, 0);
    if (prose < most) continue;
    most = prose;
    best = entries;
  }
  return best;
}

/** True for a post of a thread, and for a box that leads to a story elsewhere. */
function isOther(entry: Element): boolean {
  if (entry.querySelector(POSTER)) return true;
  const heading = entry.querySelector('h1, h2, h3, h4');
  const link = heading?.closest('a[href]') ?? heading?.querySelector('a[href]');
  return link !== null && link !== undefined && !link.getAttribute('href')?.includes('#');
}

function headEntry(entry: Element): void {
  const all = Array.from(entry.querySelectorAll('*'));
  const time = signsOf(all, 'time').find((element) => momentOf(element) !== '');
  if (!time) return;
  const moment = momentOf(time);
  const author = all.find((element) => isAuthor(element) && isName(collapse(element.textContent ?? '')));
  const name = author ? nameOf(author) : '';
  const line = lineAround(time, entry, [moment, name]);
  if (!line) return;
  const apart = author && !line.contains(author) ? lineAround(author, entry, [name]) : undefined;
  const heading = entry.ownerDocument.createElement('h3');
  heading.textContent = [moment, ...(line.contains(author ?? null) || apart ? [name] : [])]
    .filter((part) => part !== '')
    .join(' · ');
  apart?.remove();
  line.replaceWith(heading);
}

/** The moment as the page shows it; the exact one where it shows how long ago it was. */
function momentOf(element: Element): string {
  const text = collapse(element.textContent ?? '');
  const exact = element.getAttribute('datetime') ?? '';
  if (RELATIVE.test(text) || text === '') return exact === '' ? '' : readable(exact);
  return text.length <= TIME_LENGTH && MOMENT.test(text) ? text : '';
}

function nameOf(element: Element): string {
  return collapse(element.textContent ?? '').replace(/^(?:by|von|par)\s/i, '');
}

function isName(text: string): boolean {
  return text !== '' && text.length <= NAME_LENGTH && !/\d{2}|[。！？!?]/.test(text);
}

/** The largest box around an element that holds these texts alone; undefined where it is a part of a sentence. */
function lineAround(element: Element, entry: Element, texts: readonly string[]): Element | undefined {
  let line = element;
  for (let box = element.parentElement; box && box !== entry; box = box.parentElement) {
    const rest = texts.reduce((left, text) => left.replace(text, ''), collapse(box.textContent ?? ''));
    if (!BETWEEN.test(rest)) return PROSE_BLOCKS.test(box.tagName) && isSpoken(box, line) ? undefined : line;
    line = box;
  }
  return line;
}

/** True where a line is in one paragraph with other text. */
function isSpoken(box: Element, line: Element): boolean {
  return !/^(?:P|DIV|HEADER|SECTION|UL|H[1-6])$/.test(line.tagName) && box.querySelector('p, div') === null;
}
