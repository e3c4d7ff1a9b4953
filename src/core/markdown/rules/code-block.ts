import type { Rule } from 'turndown';
import { SIGN } from '../inline/alphabet.ts';

/** Turndown trims its output with an expression that is quadratic in a run of white space; a sign breaks long runs up. */
const LONG_BLANK = /\s{64}/g;

/** A fenced block; the fence is longer than any run of backticks inside. */
export const codeBlock: Rule = {
  filter: 'pre',
  replacement(_content, node) {
    const code = node.textContent ?? '';
    const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const language = (node as Element).getAttribute('data-language') ?? '';
    return `\n\n${fence}${language}\n${code.replace(LONG_BLANK, `$&${SIGN.pad}`)}\n${fence}\n\n`;
  },
};
