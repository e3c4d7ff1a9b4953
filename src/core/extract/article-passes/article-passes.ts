import type { Modules } from '../../model/modules.ts';
import { type Pass, remove } from '../clean/pass.ts';
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

/** The passes over the posts of a thread. Each post is a text of its own, so that no pass may judge them as one story. */
export const THREAD_PASSES: readonly Pass[] = [looseText, headline, headingLevels];

/** The passes over a manual: what leads elsewhere or repeats itself is part of it. */
export function manualPasses(tools: Modules['structure']['manualTools']): readonly Pass[] {
  const toolsPass: Pass = (root, context) =>
    tools(root, (element, reason) => remove(element, 'manual-tools', reason, context));
  return [looseText, toolsPass, headline, headingLevels];
}
