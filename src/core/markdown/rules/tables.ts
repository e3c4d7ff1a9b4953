import type { Rule } from 'turndown';
import { writeInline } from '../inline/write-inline.ts';

const DELIMITERS: Readonly<Record<string, string>> = { left: ':---', center: ':---:', right: '---:' };

/** A row of such cells is a rule between rows to kramdown (2.4, `TABLE_SEP_LINE`, `TABLE_FSEP_LINE`). */
const RULE_OF_CELLS = /^[+:=\s-]*$/;

export const tableCell: Rule = {
  filter: 'td',
  replacement(content) {
    const cell = writeInline(content, 'cell');
    return `| ${RULE_OF_CELLS.test(cell) ? cell.replace(/[-=]/, '\\$&') : cell} `;
  },
};

export const tableRow: Rule = {
  filter: 'tr',
  replacement: (content) => `\n${content}|\n`,
};

/** A GFM table; the first row is its head, as GFM has no table without. */
export const table: Rule = {
  filter: 'table',
  replacement(content, node) {
    const rows = content.trim();
    const headEnd = rows.indexOf('\n') < 0 ? rows.length : rows.indexOf('\n');
    const columns = [...(node.firstElementChild?.children ?? [])];
    const delimiters = columns.map((cell) => DELIMITERS[cell.getAttribute('align') ?? ''] ?? '---');
    return `\n\n${rows.slice(0, headEnd)}\n| ${delimiters.join(' | ')} |${rows.slice(headEnd)}\n\n`;
  },
};
