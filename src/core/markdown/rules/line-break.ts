import { SENTINEL } from '../inline/sentinels.ts';
import type { Rule } from './rule.ts';

export const lineBreak: Rule = {
  filter: 'br',
  replacement: () => SENTINEL.lineBreak,
};
