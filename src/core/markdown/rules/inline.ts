import type { Rule } from 'turndown';
import { linkTarget, plainAttribute } from '../inline/link-target.ts';
import { type MarkKind, SENTINEL, verbatim } from '../inline/sentinels.ts';

/** Strong, emphasised and deleted text. `writeInline` places `**`, `*` or `_`, and `~~` once the whole line is known. */
export const marks: Rule = {
  filter: ['strong', 'em', 'del'],
  replacement: (content, node) => `${SENTINEL[node.nodeName.toLowerCase() as MarkKind]}${content}${SENTINEL.end}`,
};

/** Marks without a Markdown sign stay HTML: GFM, kramdown, Pandoc and Obsidian show them. */
export const htmlMarks: Rule = {
  filter: ['sub', 'sup', 'kbd', 'mark', 'ins', 'u', 'abbr'],
  replacement(content, node) {
    const name = node.nodeName.toLowerCase();
    const title = name === 'abbr' ? ` title="${plainAttribute(node.getAttribute('title') ?? '')}"` : '';
    return `${verbatim(`<${name}${title}>`)}${content}${verbatim(`</${name}>`)}`;
  },
};

export const link: Rule = {
  filter: 'a',
  replacement(content, element) {
    const title = plainAttribute(element.getAttribute('title') ?? '');
    const isNews = title !== '' && title !== content.trim();
    const target = linkTarget(element.getAttribute('href') ?? '');
    return `${SENTINEL.link}${content}${SENTINEL.target}${target}${isNews ? ` "${title}"` : ''}${SENTINEL.end}`;
  },
};

export const image: Rule = {
  filter: 'img',
  replacement(_content, element) {
    const alt = plainAttribute(element.getAttribute('alt') ?? '');
    return verbatim(`![${alt}](${linkTarget(element.getAttribute('src') ?? '')})`);
  },
};

export const lineBreak: Rule = {
  filter: 'br',
  replacement: () => SENTINEL.lineBreak,
};
