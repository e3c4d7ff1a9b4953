import type { Pass } from '../pass.ts';
import { creditLines } from './credit-lines.ts';
import { headline } from './headline.ts';
import { linkBlocks } from './link-blocks.ts';
import { looseText } from './loose-text.ts';
import { outsideBody } from './outside-body.ts';
import { promoLines } from './promo-lines.ts';
import { relatedLines } from './related-lines.ts';
import { repeats } from './repeats.ts';
import { tail } from './tail.ts';

/** The passes over the story's block, in order. */
export const AFTER_PASSES: readonly Pass[] = [
  looseText,
  outsideBody,
  headline,
  relatedLines,
  promoLines,
  creditLines,
  linkBlocks,
  repeats,
  tail,
];
