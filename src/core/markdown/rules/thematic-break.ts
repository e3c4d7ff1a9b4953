import type { Rule } from './rule.ts';

/** `***`, or `___` where a list's `*` stands before it: with `---`, Pandoc can take what stands between two of them for metadata. */
export const thematicBreak: Rule = {
  filter: 'hr',
  replacement: (_content, node) => `\n\n${node.parentNode?.nodeName === 'LI' ? '___' : '***'}\n\n`,
};
