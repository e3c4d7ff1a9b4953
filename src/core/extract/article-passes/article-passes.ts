import type { Pass } from '../clean/pass.ts';
import { creditLines } from './credit-lines.ts';
import { repeats } from './duplicates.ts';
import { headingLevels } from './heading-levels.ts';
import { headline } from './headline.ts';
import { linkBlocks } from './link-blocks.ts';
import { looseText } from './loose-text.ts';
import { outsideBody } from './outside-body.ts';
import { promoLines } from './promo-lines.ts';
import { relatedLines } from './related-lines.ts';
import { tail } from './trailing-boilerplate.ts';

/** The passes over the story's block, in order. `headingLevels` replaces elements and comes last. */
export const ARTICLE_PASSES: readonly Pass[] = [
  looseText,
  outsideBody,
  headline,
  relatedLines,
  promoLines,
  creditLines,
  linkBlocks,
  repeats,
  tail,
  headingLevels,
];
