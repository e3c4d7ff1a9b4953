import { type ClipAnswer, isClipAnswer } from '../core/model/clip-answer.ts';
import { COMPLETION_MODULE, moduleFile } from '../core/model/module-names.ts';
import type { Tab } from '../platform/tabs.ts';
import { runClip } from './run-clip.ts';

/** Clips the page of a tab and completes the clip in it: for callers without a DOM, like a worker. Never rejects. */
export function clipTabWhole(tab: Tab): Promise<ClipAnswer> {
  return runClip(tab, [moduleFile('authors'), moduleFile(COMPLETION_MODULE)], isClipAnswer);
}
