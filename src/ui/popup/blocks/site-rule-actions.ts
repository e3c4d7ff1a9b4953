import { storyUnits, unitText } from '../../../core/blocks/story-units.ts';
import { toFailure } from '../../../core/model/failure.ts';
import type { BlockName, PageDecision, RuleProposal } from '../../../core/model/page-blocks.ts';
import type { SiteRule } from '../../../core/model/site-rule.ts';
import { parseInert } from '../../shared/parse-inert.ts';
import { hostOf } from '../../shared/text-fields.ts';
import type { RuleView } from '../choice.ts';
import type { Editing } from '../model.ts';
import type { PopupStore } from '../store.ts';
import { choiceOf, listBlocks, setChoice } from './choose-blocks.ts';

/** As much of a text as names a block (`BlockName`). */
const TEXT_LENGTH = 200;

/** Taking back what was kept last, for as long as the popup is open. */
let takeBack: (() => Promise<void>) | undefined;

/** Makes a rule of what was chosen on this page, tried there, to be looked at. */
export async function makeRule(store: PopupStore): Promise<void> {
  show(store, { phase: 'making' });
  try {
    await listBlocks(store);
    const state = store.state.value;
    if (state.phase !== 'editing') return;
    const proposal = await (await store.blockPorts()).proposeRule(decisionOf(state));
    show(store, { phase: 'shown', rule: ruleOf(state.page.url, proposal), proposal });
  } catch (error) {
    show(store, { phase: 'failed', failure: toFailure(error) });
  }
}

export async function keepRule(store: PopupStore, rule: SiteRule): Promise<void> {
  try {
    takeBack = await (await store.blockPorts()).keepRule(rule);
    show(store, { phase: 'kept', rule });
  } catch (error) {
    show(store, { phase: 'failed', failure: toFailure(error) });
  }
}

/** @returns whether it is taken back; else the failure is shown. */
export async function takeRuleBack(store: PopupStore): Promise<boolean> {
  try {
    await takeBack?.();
    takeBack = undefined;
    closeRule(store);
    return true;
  } catch (error) {
    show(store, { phase: 'failed', failure: toFailure(error) });
    return false;
  }
}

export function closeRule(store: PopupStore): void {
  const { rule: _closed, ...choice } = choiceOf(store);
  store.update((editing) => ({ ...editing, choice }));
}

function show(store: PopupStore, rule: RuleView): void {
  setChoice(store, { rule });
}

function decisionOf({ choice }: Editing): PageDecision {
  const { blocks, out = [], back = [] } = choice ?? {};
  const units = blocks ? storyUnits(parseInert(blocks.html)) : [];
  const takeOut = out.flatMap((index): BlockName[] => {
    const unit = units[index];
    return unit ? [{ place: blocks?.places[index] ?? -1, text: unitText(unit).slice(0, TEXT_LENGTH) }] : [];
  });
  return { takeOut, putBack: back.map(({ place, text }) => ({ place, text })) };
}

function ruleOf(url: string, { take, keep, drop }: RuleProposal): SiteRule {
  const lists = Object.entries({ take, keep, drop }).flatMap(([name, tried]) =>
    tried.length === 0 ? [] : [[name, tried.map(({ selector }) => selector)] as const],
  );
  return { places: [hostOf(url)], ...Object.fromEntries(lists) };
}
