import { verbatim } from '../inline/alphabet.ts';
import type { Rule } from './rule.ts';

/** Maths in a line: `$…$`. */
export const inlineMaths: Rule = {
  filter: (node) => node.localName === 'code' && node.className === 'math',
  replacement: (_content, node) =>
    verbatim(
      `$${quietTex(node.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()}$`,
    ),
};

/** Maths on lines of its own: `$$`. */
export const displayMaths: Rule = {
  filter: (node) => node.localName === 'pre' && node.className === 'math',
  replacement: (_content, node) => `\n\n$$\n${quietTex(node.textContent ?? '').trim()}\n$$\n\n`,
};

/**
 * The same formula without what Markdown or a template language would read: TeX does not mind a blank between braces,
 * and has words for `<` and `|`. Blank lines would end the formula.
 */
function quietTex(tex: string): string {
  return tex
    .replace(/\{(?=[{%#])/g, '{ ')
    .replace(/</g, '\\lt ')
    .replace(/\\\|/g, '\\Vert ')
    .replace(/\|/g, '\\vert ')
    .replace(/\](?=\()/g, '] ')
    .replace(/\n\s*\n/g, '\n');
}
