import { type ClipAnswer, isClipAnswer } from '../core/model/clip-answer.ts';
import { COMPLETION_MODULE, moduleFile } from '../core/model/module-names.ts';
import { modulesForAddress } from '../core/modules/modules-for-address.ts';
import type { Tab } from '../platform/tabs.ts';
import { leaveTaskFor } from './leave-task-for.ts';
import { runClip } from './run-clip.ts';

/** Clips the page of a tab and completes the clip in it: for callers without a DOM, like a worker. Never rejects. */
export function clipTabWhole(tab: Tab): Promise<ClipAnswer> {
  return runClip(tab, [moduleFile('authors'), moduleFile(COMPLETION_MODULE)], {
    isAnswer: isClipAnswer,
    modulesForAddress,
    leaveTaskFor,
  });
}
