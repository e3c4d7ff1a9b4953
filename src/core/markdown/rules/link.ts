import { linkTarget, plainAttribute } from '../inline/link-target.ts';
import { SENTINEL } from '../inline/sentinels.ts';
import type { Rule } from './rule.ts';

export const link: Rule = {
  filter: 'a',
  replacement(content, element) {
    const title = plainAttribute(element.getAttribute('title') ?? '');
    const isNews = title !== '' && title !== content.trim();
    const target = linkTarget(element.getAttribute('href') ?? '');
    return `${SENTINEL.link}${content}${SENTINEL.target}${target}${isNews ? ` "${title}"` : ''}${SENTINEL.end}`;
  },
};
