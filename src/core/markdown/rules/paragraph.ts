import { writeInline } from '../inline/write-inline.ts';
import type { Rule } from './rule.ts';

export const paragraph: Rule = {
  filter: 'p',
  replacement(content, node) {
    const edge = isInTightItem(node) ? '\n' : '\n\n';
    return `${edge}${writeInline(content, 'paragraph')}${edge}`;
  },
};

/** Between the blocks of a tight item no blank line may stand: it would make a paragraph of each item. */
export function isInTightItem(node: Node): boolean {
  const parent = node.parentNode;
  return parent?.nodeName === 'LI' && parent.parentElement?.hasAttribute('data-tight') === true;
}
