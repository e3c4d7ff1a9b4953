import { verbatim } from '../inline/sentinels.ts';
import type { Rule } from './rule.ts';

/** Code in a line. In a table cell a `|` divides cells even inside code, and no escape of it works everywhere but HTML's. */
export const inlineCode: Rule = {
  filter: 'code',
  replacement(_content, node) {
    const code = node.textContent ?? '';
    const isCell = code.includes('|') && node.closest('td') !== null;
    return verbatim(isCell ? `<code>${escapeHtml(code)}</code>` : codeSpan(code));
  },
};

/** A code span with delimiters that do not occur in it (CommonMark 6.1). */
function codeSpan(code: string): string {
  const runs = new Set((code.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const delimiter = '`'.repeat(length);
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${delimiter}${pad}${code}${pad}${delimiter}`;
}

/** Text between tags, where Markdown is read still: addresses would become links, and in them no reference is decoded. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>|`*_\\[\]{~$:@]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}
