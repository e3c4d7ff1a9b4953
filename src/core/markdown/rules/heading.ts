import { writeInline } from '../inline/write-inline.ts';
import type { Rule } from './rule.ts';

/** `## …`. A heading that only holds a picture is a paragraph. */
export const heading: Rule = {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  replacement(content, node) {
    const isPicture = (node.textContent ?? '').trim() === '';
    const text = writeInline(content, isPicture ? 'paragraph' : 'heading');
    const level = Number(node.nodeName.charAt(1));
    return `\n\n${isPicture ? '' : `${'#'.repeat(level)} `}${text}\n\n`;
  },
};
