import type { Rule } from 'turndown';
import { verbatim } from '../inline/sentinels.ts';

/** A fenced block. The fence is longer than any run of backticks in the code. */
export const codeBlock: Rule = {
  filter: 'pre',
  replacement(_content, node) {
    const code = node.textContent ?? '';
    const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const language = node.getAttribute('data-language') ?? '';
    return `\n\n${fence}${language}\n${code}\n${fence}\n\n`;
  },
};

/** Code in a line. In a table cell `|` separates cells even inside code, and only HTML's escape works in all programs. */
export const inlineCode: Rule = {
  filter: (node) => node.localName === 'code' && node.parentNode?.nodeName !== 'PRE',
  replacement(_content, node) {
    const code = node.textContent ?? '';
    const isCell = code.includes('|') && node.closest('td') !== null;
    return verbatim(isCell ? `<code>${escapeHtml(code)}</code>` : codeSpan(code));
  },
};

/**
 * A code span, in delimiters longer than any run of backticks in it. A run of another length would do for CommonMark
 * (6.1), but kramdown ends a span of one backtick at the first backtick, and takes one before a blank for text.
 */
function codeSpan(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const delimiter = '`'.repeat(Math.max(longest, /^\s/.test(code) ? 1 : 0) + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${delimiter}${pad}${code}${pad}${delimiter}`;
}

/** Escapes text between tags, where Markdown is still read. Addresses would become links without decoding references. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>|`*_\\[\]{~$:@]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}
