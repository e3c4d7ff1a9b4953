import type { Rule } from './rule.ts';

/** A fenced block; the fence is longer than any run of backticks inside. */
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
