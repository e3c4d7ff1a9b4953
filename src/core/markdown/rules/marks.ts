import { type MarkKind, SENTINEL } from '../inline/sentinels.ts';
import type { Rule } from './rule.ts';

/** Strong, emphasised and deleted text: `**`, `*` or `_`, `~~`, placed when the whole line is known. */
export const marks: Rule = {
  filter: ['strong', 'em', 'del'],
  replacement: (content, node) => `${SENTINEL[node.nodeName.toLowerCase() as MarkKind]}${content}${SENTINEL.end}`,
};
