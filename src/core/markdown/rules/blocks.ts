import type { Rule } from 'turndown';
import { writeInline } from '../inline/write-inline.ts';
import { isInTightItem } from './lists.ts';

export const paragraph: Rule = {
  filter: 'p',
  replacement(content, node) {
    const edge = isInTightItem(node) ? '\n' : '\n\n';
    return `${edge}${writeInline(content, 'paragraph')}${edge}`;
  },
};

/** `## …`. A heading that only holds a picture becomes a paragraph. */
export const heading: Rule = {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  replacement(content, node) {
    const isPicture = (node.textContent ?? '').trim() === '';
    const text = writeInline(content, isPicture ? 'paragraph' : 'heading');
    const level = Number(node.nodeName.charAt(1));
    return `\n\n${isPicture ? '' : `${'#'.repeat(level)} `}${text}\n\n`;
  },
};

/** `> …`, with `> [!NOTE]` on the line above it for a callout. */
export const blockQuote: Rule = {
  filter: 'blockquote',
  replacement(content, node) {
    const callout = node.getAttribute('data-callout');
    const text = `${callout === null ? '' : `[!${callout}]\n`}${content.trim()}`;
    // Lines as Markdown has them: for `^`, one begins behind U+2028 too.
    const lines = text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    return `\n\n${lines.join('\n')}\n\n`;
  },
};

/** `***`, or `___` after a list marker `*`. Pandoc can read the text between two `---` lines as metadata. */
export const thematicBreak: Rule = {
  filter: 'hr',
  replacement: (_content, node) => `\n\n${node.parentNode?.nodeName === 'LI' ? '___' : '***'}\n\n`,
};
