/**
 * The style rules of a page's own style sheets that hold on every screen and may be about one of its elements, in order.
 * Most rules of a style sheet name a class that the page does not have: they are left out before any is matched.
 */
export function styleRulesOf(document: Document, sheets: Iterable<CSSStyleSheet>): CSSStyleRule[] {
  const names = namesIn(document);
  return Array.from(sheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter(isStyleRule)
    .filter(({ selectorText }) => mayMatch(selectorText, names));
}

function isStyleRule(rule: CSSRule): rule is CSSStyleRule {
  return 'selectorText' in rule;
}

/** The classes and ids of a page, each with the sign that selectors have for it: `.story`, `#main`. */
function namesIn(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of Array.from(document.querySelectorAll('[class], [id]'))) {
    for (const name of (element.getAttribute('class') ?? '').split(/\s+/)) names.add(`.${name}`);
    names.add(`#${element.getAttribute('id') ?? ''}`);
  }
  return names;
}

/** Selectors with these say more than which names an element must have. */
const BEYOND_NAMES = /[\\[(]/;
const NAMES = /[.#][\w\u0080-\uffff-]+/g;

function mayMatch(selectorText: string, names: ReadonlySet<string>): boolean {
  if (BEYOND_NAMES.test(selectorText)) return true;
  return selectorText.split(',').some((selector) => (selector.match(NAMES) ?? []).every((name) => names.has(name)));
}

/** The elements that a rule is about. A selector that cannot be read matches nothing, as in a browser. */
export function matchesOf(document: Document, { selectorText }: CSSStyleRule): Element[] {
  try {
    return Array.from(document.querySelectorAll(selectorText));
  } catch {
    return [];
  }
}

/** True where a rule is about an element. A selector that cannot be read matches nothing. */
export function isMatch(element: Element, { selectorText }: CSSStyleRule): boolean {
  try {
    return element.matches(selectorText);
  } catch {
    return false;
  }
}
