import type { PageAnswer } from '../core/model/clip-answer.ts';
import { moduleFile } from '../core/model/module-names.ts';
import type { EarlyOutcome } from '../platform/early-clip.ts';
import type { Tab } from '../platform/tabs.ts';
import { type ClipChecks, runClip } from './run-clip.ts';

/**
 * Clips the page of a tab for the popup, which completes the clip. Never rejects. The schemas load meanwhile.
 *
 * @param early what the content script answers that was injected already, with the modules that the title makes likely.
 */
export function clipTab(tab: Tab, early?: Promise<EarlyOutcome>): Promise<PageAnswer> {
  return runClip(tab, [], loadChecks(), early);
}

/** The same with the authors read in the page. */
export function clipTabWithAuthors(tab: Tab): Promise<PageAnswer> {
  return runClip(tab, [moduleFile('authors')], loadChecks());
}

async function loadChecks(): Promise<ClipChecks<PageAnswer>> {
  const [{ isPageAnswer }, { modulesForAddress }, { leaveTaskFor }] = await Promise.all([
    import('../core/model/clip-answer.ts'),
    import('../core/modules/modules-for-address.ts'),
    import('./leave-task-for.ts'),
  ]);
  return { isAnswer: isPageAnswer, modulesForAddress, leaveTaskFor };
}
