import type { PageAnswer } from '../core/model/clip-answer.ts';
import type { EarlyOutcome } from '../platform/early-clip.ts';
import type { Tab } from '../platform/tabs.ts';
import { runClip } from './run-clip.ts';

/**
 * Clips the page of a tab for the popup, which completes the clip. Never rejects. The schemas load meanwhile.
 *
 * @param early what the content script answers that was injected already, with the modules that the title makes likely.
 */
export function clipTab(tab: Tab, early?: Promise<EarlyOutcome>): Promise<PageAnswer> {
  const isPageAnswer = import('../core/model/clip-answer.ts').then((answers) => answers.isPageAnswer);
  return runClip(tab, [], isPageAnswer, early);
}
