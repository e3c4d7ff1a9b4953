import type { Pass } from '../pass.ts';
import { captions } from './captions.ts';
import { creditLines } from './credit-lines.ts';
import { headline } from './headline.ts';
import { linkBlocks } from './link-blocks.ts';
import { promoLines } from './promo-lines.ts';
import { relatedLines } from './related-lines.ts';
import { tail } from './tail.ts';

/** The passes over the story's block, in order. */
export const AFTER_PASSES: readonly Pass[] = [
  captions,
  headline,
  relatedLines,
  promoLines,
  creditLines,
  linkBlocks,
  tail,
];
