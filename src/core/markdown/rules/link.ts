import { SIGN } from '../inline/alphabet.ts';
import { linkTarget, plainAttribute } from '../inline/link-target.ts';
import type { Rule } from './rule.ts';

export const link: Rule = {
  filter: 'a',
  replacement(content, element) {
    const title = plainAttribute(element.getAttribute('title') ?? '');
    const isNews = title !== '' && title !== content.trim();
    const target = linkTarget(element.getAttribute('href') ?? '');
    return `${SIGN.link}${content}${SIGN.target}${target}${isNews ? ` "${title}"` : ''}${SIGN.end}`;
  },
};
