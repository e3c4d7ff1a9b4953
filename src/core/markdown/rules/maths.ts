import type { Rule } from 'turndown';
import { verbatim } from '../inline/sentinels.ts';

/** Maths in a line: `$…$`. */
export const inlineMaths: Rule = {
  filter: (node) => node.localName === 'code' && node.className === 'math',
  replacement: (_content, node) =>
    verbatim(
      `$${escapeTex(node.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()}$`,
    ),
};

/** Maths on separate lines: `$$`. */
export const displayMaths: Rule = {
  filter: (node) => node.localName === 'pre' && node.className === 'math',
  replacement: (_content, node) => `\n\n$$\n${escapeTex(node.textContent ?? '').trim()}\n$$\n\n`,
};

/** A command with its star, an escaped sign, a starred environment's name; else a star. */
const STARS = /\\[a-zA-Z]+\*?|\\.|\{[a-zA-Z]+\*\}|\*/g;

/**
 * The same formula without what Markdown or a template language would read, in programs that know no maths too: TeX
 * does not mind a blank between braces or after `_`, and has words for `<`, `|` and `*`. A `_` can begin emphasis only
 * behind a sign or a blank, and before no blank (CommonMark 0.31.2, 6.2). Blank lines would end the formula.
 */
function escapeTex(tex: string): string {
  return tex
    .replace(/\{(?=[{%#])/g, '{ ')
    .replace(/</g, '\\lt ')
    .replace(/\\\|/g, '\\Vert ')
    .replace(/\|/g, '\\vert ')
    .replace(/\](?=\()/g, '] ')
    .replace(STARS, (piece) => (piece === '*' ? '\\ast ' : piece))
    .replace(/(?<=[^\p{L}\p{N}\\])_(?=\S)/gu, '_ ')
    .replace(/\n\s*\n/g, '\n');
}
