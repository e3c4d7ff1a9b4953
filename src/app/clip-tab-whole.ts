import type { ClipAnswer } from '../core/model/clip-answer.ts';
import { isClipAnswer } from '../core/model/is-clip-answer.ts';
import { COMPLETION_MODULE, moduleFile } from '../core/model/module-names.ts';
import { browser } from '../platform/browser.ts';
import { listenToSlowClip } from '../platform/slow-clip.ts';
import type { Tab } from '../platform/tabs.ts';
import { runClip } from './run-clip.ts';

/**
 * Clips the page of a tab and completes the clip in it: for callers without a DOM, like a worker. Never rejects.
 *
 * @param onShare told how much of the page is read, 0 to 1, where that takes long.
 */
export async function clipTabWhole(tab: Tab, onShare: (share: number) => void = () => {}): Promise<ClipAnswer> {
  const slow = listenToSlowClip(browser, Promise.resolve(tab));
  slow.follow(onShare);
  const before = [moduleFile('authors'), moduleFile(COMPLETION_MODULE)];
  try {
    return await runClip(tab, { loadCheck: async () => isClipAnswer, before });
  } finally {
    slow.end();
  }
}
