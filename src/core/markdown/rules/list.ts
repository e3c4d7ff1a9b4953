import { isInTightItem } from './paragraph.ts';
import type { Rule } from './rule.ts';

/** A list. Two ordered ones in a row would be read as one: an empty comment parts them. */
export const list: Rule = {
  filter: ['ul', 'ol'],
  replacement(content, node) {
    const edge = isInTightItem(node) ? '\n' : '\n\n';
    const follows = node.nodeName === 'OL' && node.previousElementSibling?.nodeName === 'OL';
    return `${follows ? '\n\n<!-- -->\n\n' : edge}${content.replace(/^\n+|\n+$/g, '')}${edge}`;
  },
};
