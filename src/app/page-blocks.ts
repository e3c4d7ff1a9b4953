import { isPageAnswer, type PageAnswer, type Refusal } from '../core/model/clip-answer.ts';
import { ClipError } from '../core/model/failure.ts';
import type { BlockTask, PageBlocks, PageDecision, RuleProposal } from '../core/model/page-blocks.ts';
import { isPageBlocks, isRuleProposal } from '../core/model/page-blocks-schema.ts';
import type { Tab } from '../platform/tabs.ts';
import { runClip } from './run-clip.ts';

type WithBlocks = Extract<PageAnswer, { readonly ok: true }> & { readonly blocks: PageBlocks };
type WithProposal = Extract<PageAnswer, { readonly ok: true }> & { readonly proposal: RuleProposal };

/**
 * Clips a tab's page anew and lists its blocks: those of the story and the others.
 *
 * @throws {ClipError} why the page cannot be read.
 */
export async function listPageBlocks(tab: Tab): Promise<PageBlocks> {
  return (await ask(tab, hasBlocks, { list: true })).blocks;
}

/**
 * Makes a rule for a page's site of what the user decided on the page, and tries it there.
 *
 * @throws {ClipError} why the page cannot be read.
 */
export async function proposeSiteRule(tab: Tab, decision: PageDecision): Promise<RuleProposal> {
  return (await ask(tab, hasProposal, { propose: decision })).proposal;
}

/** Clips a page with a task beside it. @throws {ClipError} why the page cannot be read. */
async function ask<Answer extends WithBlocks | WithProposal>(
  tab: Tab,
  isAnswer: (value: unknown) => value is Answer | Refusal,
  task: BlockTask,
): Promise<Answer> {
  const answer = await runClip<Answer | Refusal>(tab, { loadCheck: async () => isAnswer, task });
  if (!answer.ok) throw new ClipError(answer.failure.code, answer.failure.detail);
  return answer;
}

function hasBlocks(value: unknown): value is WithBlocks | Refusal {
  return isPageAnswer(value) && (!value.ok || ('blocks' in value && isPageBlocks(value.blocks)));
}

function hasProposal(value: unknown): value is WithProposal | Refusal {
  return isPageAnswer(value) && (!value.ok || ('proposal' in value && isRuleProposal(value.proposal)));
}
