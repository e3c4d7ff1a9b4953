import type { Rule } from 'turndown';
import { verbatim } from '../inline/sentinels.ts';
import { indent } from './lists.ts';

/** The sign of a note. Names are figures: kramdown knows no others than ASCII ones. */
export const noteSign: Rule = {
  filter: (node) => node.localName === 'sup' && node.hasAttribute('data-note'),
  replacement: (_content, node) => verbatim(`[^${node.getAttribute('data-note')}]`),
};

/** The text of a note, at the end of the story. */
export const noteText: Rule = {
  filter: (node) => node.localName === 'section' && node.hasAttribute('data-note'),
  replacement(content, node) {
    const number = node.getAttribute('data-note');
    return `\n\n[^${number}]: ${indent(content.trim(), 4)}\n\n`;
  },
};
