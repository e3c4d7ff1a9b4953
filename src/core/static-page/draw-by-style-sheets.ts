import { BLOCK_DISPLAY, DRAWN, INLINE_BOXES } from '../model/drawn.ts';
import { lastMatch, matchesOf, pageStylesOf, type StyleSheetRules } from './style-rules.ts';

/** Of one page; what is beyond says nothing of a story. */
const MOST_RULES = 200;
const MOST_ELEMENTS = 2_000;

/**
 * Marks the inline and custom elements that the page's own style sheets draw as blocks. For documents that
 * nobody lays out: in a page that is shown the content script asks the browser itself.
 */
export function drawByStyleSheets(document: Document, sheets: Iterable<StyleSheetRules>): void {
  const styles = pageStylesOf(document, sheets);
  const rules = styles.rules.filter(({ style }) => style.display !== '');
  const drawing = rules.filter(({ style }) => BLOCK_DISPLAY.test(style.display)).slice(0, MOST_RULES);
  const candidates = new Set(drawing.flatMap((rule) => matchesOf(styles, rule)).filter(isInline));
  for (const element of [...candidates].slice(0, MOST_ELEMENTS)) {
    const last = lastMatch(element, rules);
    if (last && BLOCK_DISPLAY.test(last.style.display)) element.setAttribute(DRAWN, 'block');
  }
}

function isInline({ localName }: Element): boolean {
  return localName.includes('-') || INLINE_BOXES.has(localName);
}
