import { linkTarget, plainAttribute } from '../inline/link-target.ts';
import { verbatim } from '../inline/sentinels.ts';
import type { Rule } from './rule.ts';

export const image: Rule = {
  filter: 'img',
  replacement(_content, element) {
    const alt = plainAttribute(element.getAttribute('alt') ?? '');
    return verbatim(`![${alt}](${linkTarget(element.getAttribute('src') ?? '')})`);
  },
};
