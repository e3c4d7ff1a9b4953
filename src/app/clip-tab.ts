import type { PageAnswer } from '../core/model/clip-answer.ts';
import type { Tab } from '../platform/tabs.ts';
import { runClip } from './run-clip.ts';

/** Clips the page of a tab for the popup, which completes the clip. Never rejects. The schemas load meanwhile. */
export function clipTab(tab: Tab): Promise<PageAnswer> {
  const isPageAnswer = import('../core/model/clip-answer.ts').then((answers) => answers.isPageAnswer);
  return runClip(tab, [], isPageAnswer);
}
