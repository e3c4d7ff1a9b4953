import { isPageAnswer, type PageAnswer } from '../core/model/clip-answer.ts';
import { moduleFile } from '../core/model/module-names.ts';
import { modulesForAddress } from '../core/modules/modules-for-address.ts';
import type { EarlyOutcome } from '../platform/early-clip.ts';
import type { Tab } from '../platform/tabs.ts';
import { leaveTaskFor } from './leave-task-for.ts';
import { type ClipChecks, runClip } from './run-clip.ts';

const CHECKS: ClipChecks<PageAnswer> = { isAnswer: isPageAnswer, modulesForAddress, leaveTaskFor };

/**
 * Clips the page of a tab for the popup, which completes the clip. Never rejects.
 *
 * @param early what the content script answers that was injected already, with the modules that the title makes likely.
 */
export function clipTab(tab: Tab, early?: Promise<EarlyOutcome>): Promise<PageAnswer> {
  return runClip(tab, [], CHECKS, early);
}

/** The same with the authors read in the page. */
export function clipTabWithAuthors(tab: Tab): Promise<PageAnswer> {
  return runClip(tab, [moduleFile('authors')], CHECKS);
}
