/**
 * An attribute's value. A form whose controls are named after DOM members (`<input name="getAttribute">`) shadows them;
 * such an element reads as one without attributes.
 */
export function attributeOf(element: Element, name: string): string | null {
  return typeof element.getAttribute === 'function' ? element.getAttribute(name) : null;
}

/** The lower-case tag name; `form` for an element that a control shadows it on: only forms can be. */
export function tagOf(element: Element): string {
  const { localName } = element;
  return typeof localName === 'string' ? localName : 'form';
}

/** Longer lists of names are made by programs, to no end. */
const MAX_NAME = 400;

const HUMP = /([a-z])([A-Z])/g;
const WORD = /[a-z]+/g;

/** The words of an element's class and id, lower case. */
export function classWords(element: Element): readonly string[] {
  return wordsIn(`${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`);
}

/** The words of a class or id, cut where style sheets cut: `entryMeta-date_big` → entry meta date big. */
export function wordsIn(name: string): string[] {
  return name.slice(0, MAX_NAME).replace(HUMP, '$1 $2').toLowerCase().match(WORD) ?? [];
}
