import { SIGN } from '../inline/alphabet.ts';
import type { Rule } from './rule.ts';

export const lineBreak: Rule = {
  filter: 'br',
  replacement: () => SIGN.lineBreak,
};
