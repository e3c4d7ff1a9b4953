/**
 * An attribute's value. A form whose controls are named after DOM members (`<input name="getAttribute">`) shadows them;
 * such an element reads as one without attributes.
 */
export function attributeOf(element: Element, name: string): string | null {
  return typeof element.getAttribute === 'function' ? element.getAttribute(name) : null;
}

/** The lower-case tag name; `form` for an element that a control shadows it on: only forms can be. */
export function tagOf(element: Element): string {
  return typeof element.localName === 'string' ? element.localName : 'form';
}

/** The words of an element's class and id, lower case, cut where style sheets cut: `entryMeta-date_big` → entry meta date big. */
export function classWords(element: Element): readonly string[] {
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.slice(0, 400);
  return names === ' ' ? [] : splitWords(names);
}

const wordsOf = new Map<string, readonly string[]>();

function splitWords(names: string): readonly string[] {
  const known = wordsOf.get(names);
  if (known) return known;
  const words = (names.match(/[A-Z]+[a-z]*|[a-z]+/g) ?? []).map((word) => word.toLowerCase());
  if (wordsOf.size > 2_000) wordsOf.clear();
  wordsOf.set(names, words);
  return words;
}
