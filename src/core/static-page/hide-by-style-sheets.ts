import { lastMatch, matchesOf, pageStylesOf, type StyleRule, type StyleSheetRules } from './style-rules.ts';

/** Limits for one page: style rules that hide something, and elements that they hide. */
const MOST_RULES = 200;
const MOST_ELEMENTS = 500;

/**
 * Marks `hidden` what the page's own style sheets hide. For documents that nobody lays out: in a page that is shown the
 * content script asks the browser itself. Only rules for every screen count, and of two rules on one element the later.
 */
export function hideByStyleSheets(document: Document, sheets: Iterable<StyleSheetRules>): void {
  const styles = pageStylesOf(document, sheets);
  const hiding = styles.rules.filter(hides).slice(0, MOST_RULES);
  const candidates = new Set(hiding.flatMap((rule) => matchesOf(styles, rule)));
  for (const element of [...candidates].slice(0, MOST_ELEMENTS)) {
    const last = lastMatch(element, styles.rules);
    if (last && hides(last)) element.setAttribute('hidden', '');
  }
}

function hides({ style }: StyleRule): boolean {
  return style.display === 'none' || style.visibility === 'hidden';
}
