import type { Rule } from 'turndown';
import { SIGN } from '../inline/alphabet.ts';

export const lineBreak: Rule = {
  filter: 'br',
  replacement: () => SIGN.lineBreak,
};
