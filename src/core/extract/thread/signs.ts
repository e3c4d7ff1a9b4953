/** A way in which pages mark who wrote a post, or when. */
type Mark = (names: string, element: Element) => boolean;

const hasAttribute =
  (name: string, value: RegExp): Mark =>
  (_, element) =>
    value.test(element.getAttribute(name) ?? '');

/** A day with its year, as a line of its own. */
export const DAY =
  /\b\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\b\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{2,4}\b|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{4}\b/;
const DAY_LENGTH = 48;

/** A distance in time, as a line of its own. */
const DISTANCE = /^(?:posted\s)?(?:an?|\d{1,3})\s(?:second|minute|hour|day|week|month|year)s?\sago$/i;

/** Some pages do not mark the time of a post at all: it is in a cell or line of its own. */
function saysMoment(_: string, element: Element): boolean {
  if (element.childElementCount > 2) return false;
  const text = (element.textContent ?? '').trim();
  return text.length <= DAY_LENGTH && (DAY.test(text) || DISTANCE.test(text));
}

/** How pages mark who wrote a post, best first. */
const AUTHOR_MARKS: readonly Mark[] = [
  (_, element) => element.getAttribute('itemprop') === 'name' && element.closest('[itemprop="author"]') !== null,
  hasAttribute('itemprop', /^(?:author|creator)$/),
  hasAttribute('rel', /\bauthor\b/),
  (names) => /user-?name/i.test(names),
  (names) => /author|poster\b|postedby/i.test(names),
  (_, element) =>
    element.tagName === 'A' &&
    /\/(?:u|users?|members?|profiles?)\b|\/~|member\.php|[?&]u=\d/i.test(element.getAttribute('href') ?? ''),
  (names) => /user|nick\b|nickname/i.test(names),
];

/** How pages mark when a post was written, best first. */
const TIME_MARKS: readonly Mark[] = [
  (_, element) => element.tagName === 'TIME',
  (_, element) => element.hasAttribute('datetime'),
  hasAttribute('itemprop', /^date/),
  (_, element) => element.tagName === 'ABBR' && element.hasAttribute('title'),
  (names) => /time|\bdate|-date|_date|posted|\bago\b/i.test(names),
  saysMoment,
  (names, element) => names === '' && /\d{4}-\d\d-\d\d/.test(element.getAttribute('title') ?? ''),
];

function marked(element: Element, marks: readonly Mark[]): number {
  const names = element.getAttribute('class') ?? '';
  return marks.findIndex((mark) => mark(names, element));
}

/** The elements that name an author, or a time, in document order. Those in a quotation belong to no post. */
export function signsOf(elements: readonly Element[], kind: 'author' | 'time'): Element[] {
  const marks = kind === 'author' ? AUTHOR_MARKS : TIME_MARKS;
  return elements.filter((element) => marked(element, marks) >= 0 && !element.closest('blockquote'));
}

/** The elements of a post that name its author, or its time, best first. */
export function rankedSigns(box: Element, kind: 'author' | 'time'): Element[] {
  const marks = kind === 'author' ? AUTHOR_MARKS : TIME_MARKS;
  const ranked = signsOf(Array.from(box.querySelectorAll('*')), kind).map((element) => ({
    element,
    rank: marked(element, marks),
  }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ element }) => element);
}

export function isAuthor(element: Element): boolean {
  return marked(element, AUTHOR_MARKS) >= 0;
}
