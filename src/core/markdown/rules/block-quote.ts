import type { Rule } from './rule.ts';

/** `> …`, and `> [!NOTE]` above it for a callout. */
export const blockQuote: Rule = {
  filter: 'blockquote',
  replacement(content, node) {
    const callout = node.getAttribute('data-callout');
    const text = `${callout === null ? '' : `[!${callout}]\n`}${content.trim()}`;
    return `\n\n${text.replace(/^.*$/gm, (line) => (line === '' ? '>' : `> ${line}`))}\n\n`;
  },
};
