import { plainAttribute } from '../inline/link-target.ts';
import { verbatim } from '../inline/sentinels.ts';
import type { Rule } from './rule.ts';

/** Marks that Markdown has no sign for stay HTML: GFM, kramdown, Pandoc and Obsidian show them. */
export const htmlMarks: Rule = {
  filter: ['sub', 'sup', 'kbd', 'mark', 'ins', 'u', 'abbr'],
  replacement(content, node) {
    const name = node.nodeName.toLowerCase();
    const title = name === 'abbr' ? ` title="${plainAttribute(node.getAttribute('title') ?? '')}"` : '';
    return `${verbatim(`<${name}${title}>`)}${content}${verbatim(`</${name}>`)}`;
  },
};
