/** A style rule, as far as it says what it is about and how that is drawn. Of a browser's own rules or of a reader's. */
export interface StyleRule {
  readonly selectorText: string;
  /** Values are empty where the rule does not state them. */
  readonly style: { readonly display: string; readonly visibility: string };
}

/** A style sheet; rules that hold in some circumstances only, such as `@media`, are passed over. */
export interface StyleSheetRules {
  readonly cssRules: Iterable<CSSRule | StyleRule>;
}

/** A rule with the classes and ids (`.story`, `#main`) of which an element must have one, where its selector names any. */
export interface PageRule extends StyleRule {
  readonly subjects: readonly string[] | undefined;
}

/** The rules that are about a page, and its elements by their classes and ids: most rules are told apart by these. */
export interface PageStyles {
  readonly document: Document;
  readonly rules: readonly PageRule[];
  readonly named: ReadonlyMap<string, readonly Element[]>;
}

/**
 * The style rules of a page's own style sheets that hold on every screen, may be about one of its elements, and state
 * how these are drawn, in order. Most rules of a style sheet name a class that the page does not have: they are left out
 * before any is matched.
 */
export function pageStylesOf(document: Document, sheets: Iterable<StyleSheetRules>): PageStyles {
  const stated = Array.from(sheets)
    .flatMap(({ cssRules }) => Array.from(cssRules))
    .filter(isStyleRule)
    .filter(({ style }) => style.display !== '' || style.visibility !== '');
  const named = stated.length === 0 ? new Map<string, Element[]>() : elementsByName(document);
  const rules = stated
    .filter(({ selectorText }) => mayMatch(selectorText, named))
    .map(({ selectorText, style }) => ({ selectorText, style, subjects: subjectsOf(selectorText) }));
  return { document, named, rules };
}

function isStyleRule(rule: CSSRule | StyleRule): rule is StyleRule {
  return 'selectorText' in rule && 'style' in rule;
}

/** Selectors with these say more than which names an element must have. */
const BEYOND_NAMES = /[\\[(]/;
const NAMES = /[.#][\w\u0080-\uffff-]+/g;

function subjectsOf(selectors: string): string[] | undefined {
  if (BEYOND_NAMES.test(selectors)) return undefined;
  const subjects = selectors.split(',').map(
    (one) =>
      one
        .trim()
        .split(/[\s>+~]/)
        .at(-1)
        ?.match(NAMES)?.[0],
  );
  return subjects.every((subject) => subject !== undefined) ? subjects : undefined;
}

/** A page's elements by their classes and ids, each with the sign that selectors have for it: `.story`, `#main`. */
function elementsByName(document: Document): Map<string, Element[]> {
  const named = new Map<string, Element[]>();
  for (const element of Array.from(document.querySelectorAll('[class], [id]'))) {
    for (const name of namesOf(element)) {
      const known = named.get(name);
      if (known) known.push(element);
      else named.set(name, [element]);
    }
  }
  return named;
}

function namesOf(element: Element): Set<string> {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).map((name) => `.${name}`);
  return new Set([...classes, `#${element.getAttribute('id') ?? ''}`]);
}

function mayMatch(selectorText: string, named: ReadonlyMap<string, unknown>): boolean {
  if (BEYOND_NAMES.test(selectorText)) return true;
  return selectorText.split(',').some((selector) => (selector.match(NAMES) ?? []).every((name) => named.has(name)));
}

/** The elements that a rule is about. A selector that cannot be read matches nothing, as in a browser. */
export function matchesOf({ document, named }: PageStyles, { selectorText, subjects }: PageRule): Element[] {
  try {
    if (!subjects) return Array.from(document.querySelectorAll(selectorText));
    return subjects.flatMap((name) => named.get(name) ?? []).filter((element) => element.matches(selectorText));
  } catch {
    return [];
  }
}

/** The last of the rules that is about an element. */
export function lastMatch(element: Element, rules: readonly PageRule[]): PageRule | undefined {
  const names = namesOf(element);
  return rules.findLast((rule) => mayBeAbout(rule, names) && isMatch(element, rule));
}

function mayBeAbout({ subjects }: PageRule, names: ReadonlySet<string>): boolean {
  return subjects?.some((name) => names.has(name)) ?? true;
}

/** False also for a selector that cannot be read. */
function isMatch(element: Element, { selectorText }: PageRule): boolean {
  try {
    return element.matches(selectorText);
  } catch {
    return false;
  }
}
