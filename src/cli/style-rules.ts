/** The style rules of a page's own style sheets that hold on every screen, in order. */
export function styleRulesOf(document: Document): CSSStyleRule[] {
  return Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter(isStyleRule);
}

function isStyleRule(rule: CSSRule): rule is CSSStyleRule {
  return 'selectorText' in rule;
}

/** The elements that a rule is about. A selector that jsdom cannot read matches nothing, as in a browser. */
export function matchesOf(document: Document, { selectorText }: CSSStyleRule): Element[] {
  try {
    return Array.from(document.querySelectorAll(selectorText));
  } catch {
    return [];
  }
}

/** True where a rule is about an element. A selector that jsdom cannot read matches nothing. */
export function isMatch(element: Element, { selectorText }: CSSStyleRule): boolean {
  try {
    return element.matches(selectorText);
  } catch {
    return false;
  }
}
