import type { CssNode, StyleSheet } from 'css-tree';
import parse from 'css-tree/parser';
import type { StyleRule, StyleSheetRules } from '../core/static-page/style-rules.ts';

/** Values and selectors are left as texts: reading them takes most of the time of a style sheet. */
const AS_TEXT = { parseValue: false, parseRulePrelude: false, parseAtrulePrelude: false } as const;
const MAY_STATE = /display|visibility/i;

/** The style sheets in a page's `<style>` elements, with the rules that state `display` or `visibility`. */
export function readStyleSheets(document: Document): StyleSheetRules[] {
  return Array.from(document.querySelectorAll('style')).filter(isStyleSheet).map(read);
}

function isStyleSheet(element: Element): boolean {
  return /^(?:text\/css)?$/i.test(element.getAttribute('type') ?? '');
}

function read({ textContent }: Element): StyleSheetRules {
  const text = textContent ?? '';
  if (!MAY_STATE.test(text)) return { cssRules: [] };
  const sheet = parse(text, AS_TEXT);
  return { cssRules: isSheet(sheet) ? sheet.children.toArray().flatMap(ruleOf) : [] };
}

function isSheet(node: CssNode): node is StyleSheet {
  return node.type === 'StyleSheet';
}

function ruleOf(node: CssNode): StyleRule[] {
  if (node.type !== 'Rule') return [];
  const style = { display: '', visibility: '' };
  for (const part of node.block.children) {
    if (part.type !== 'Declaration') continue;
    const name = part.property.toLowerCase();
    if (name === 'display' || name === 'visibility') style[name] = textOf(part.value).toLowerCase();
  }
  return style.display === '' && style.visibility === '' ? [] : [{ selectorText: textOf(node.prelude), style }];
}

function textOf(node: CssNode): string {
  return node.type === 'Raw' ? node.value.trim() : '';
}
