import * as v from 'valibot';
import { ownObject } from './own-object.ts';
import type { DroppedBlock, PageBlocks, RuleProposal, TriedSelector } from './page-blocks.ts';

const count = v.pipe(v.number(), v.integer());

const droppedBlock = ownObject({
  place: count,
  after: count,
  group: count,
  pass: v.string(),
  reason: v.string(),
  text: v.string(),
  html: v.string(),
  list: v.optional(v.picklist(['ul', 'ol'])),
} satisfies Record<keyof DroppedBlock, v.GenericSchema>);

const pageBlocks = ownObject({
  html: v.string(),
  places: v.array(count),
  dropped: v.array(droppedBlock),
  isWhole: v.boolean(),
} satisfies Record<keyof PageBlocks, v.GenericSchema>);

const selectors = v.array(
  ownObject({ selector: v.string(), hits: count } satisfies Record<keyof TriedSelector, v.GenericSchema>),
);

const proposal = ownObject({
  take: selectors,
  keep: selectors,
  drop: selectors,
  failed: v.array(v.string()),
} satisfies Record<keyof RuleProposal, v.GenericSchema>);

/** Returns whether a value of a page's renderer is the list that was asked for. */
export function isPageBlocks(value: unknown): value is PageBlocks {
  return v.is(pageBlocks, value);
}

/** Returns whether a value of a page's renderer is the proposal that was asked for. */
export function isRuleProposal(value: unknown): value is RuleProposal {
  return v.is(proposal, value);
}
