import type { Rule } from 'turndown';
import { verbatim } from '../inline/alphabet.ts';
import { linkTarget, plainAttribute } from '../inline/link-target.ts';

export const image: Rule = {
  filter: 'img',
  replacement(_content, node) {
    const element = node as Element;
    const alt = plainAttribute(element.getAttribute('alt') ?? '');
    return verbatim(`![${alt}](${linkTarget(element.getAttribute('src') ?? '')})`);
  },
};
