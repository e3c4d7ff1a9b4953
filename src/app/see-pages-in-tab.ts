import { isRecord } from '../core/model/is-record.ts';
import { moduleFile, PAGES_MODULE } from '../core/model/module-names.ts';
import type { PagesSeen } from '../core/model/pages-seen.ts';
import { isPagesAnswer } from '../core/model/pages-task.ts';
import { runInTab } from '../platform/run-in-tab.ts';

/**
 * Looks for further pages of the story that a tab shows, after it was clipped. Undefined: it has one page, or its page
 * cannot be asked any more. Never rejects.
 */
export async function seePagesInTab(tabId: number): Promise<PagesSeen | undefined> {
  try {
    const answer = await runInTab(tabId, [moduleFile(PAGES_MODULE)]);
    if (saysNone(answer)) return undefined;
    const seen = isPagesAnswer(answer) && answer.ok ? answer.seen : undefined;
    return seen && seen.others.length > 0 ? seen : undefined;
  } catch (error) {
    console.warn('The page could not be asked for further pages of its story.', error);
    return undefined;
  }
}

/** Whether an answer names no further page, as most do. Then there is nothing in it to check. */
function saysNone(answer: unknown): boolean {
  const seen = isRecord(answer) && answer['seen'];
  return isRecord(seen) && Array.isArray(seen['others']) && seen['others'].length === 0;
}
