import { type MarkKind, SIGN } from '../inline/alphabet.ts';
import type { Rule } from './rule.ts';

/** Strong, emphasised and deleted text: `**`, `*` or `_`, `~~`, placed when the whole line is known. */
export const marks: Rule = {
  filter: ['strong', 'em', 'del'],
  replacement: (content, node) => `${SIGN[node.nodeName.toLowerCase() as MarkKind]}${content}${SIGN.end}`,
};
