import type { ClipAnswer, PageAnswer, Refusal } from '../core/model/clip-answer.ts';
import { ClipError, type FailureCode } from '../core/model/failure.ts';
import { filesWanted } from '../core/model/modules-wanted.ts';
import type { BlockTask } from '../core/model/page-blocks.ts';
import { sameDocument } from '../core/text/same-document.ts';
import { clipScripts, type EarlyClip } from '../platform/early-clip.ts';
import { messageOf, resultOfEarly } from '../platform/last-result.ts';
import { refusedByAddress } from '../platform/refused-page.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import { findTab, type Tab } from '../platform/tabs.ts';
import { leaveTaskFor } from './leave-task-for.ts';

interface ClipRun<Answer> {
  /** Loads what judges the script's answer, while the page is read. */
  readonly loadCheck: () => Promise<(value: unknown) => value is Answer>;
  /** Files to inject first. */
  readonly before?: readonly string[];
  /** The scripts that were injected already, the user's own rule among them. */
  readonly early?: EarlyClip | undefined;
  /** What is asked besides the clip. */
  readonly task?: BlockTask;
}

/**
 * Injects the content script into a tab and returns its answer. Never rejects: whatever goes wrong is an answer with a
 * failure.
 *
 * A page gives up a long clip that nobody listens to (`platform/slow-clip.ts`).
 *
 * @param tab as it was when the user pressed: an answer from any other document is refused as `navigated`.
 */
export async function runClip<Answer extends ClipAnswer | PageAnswer>(
  tab: Tab,
  run: ClipRun<Answer>,
): Promise<Answer | Refusal> {
  const refused = refusedByAddress(tab.url);
  if (refused) return failed(refused, tab.url);
  try {
    return await inject(tab, run);
  } catch (error) {
    if (error instanceof ClipError) return failed(error.code, error.detail);
    const message = messageOf(error);
    const now = await findTab(tab.id);
    if (!now || (now.url !== '' && !sameDocument(now.url, tab.url))) return failed('navigated', message);
    // Few pages are refused.
    const { explainRejection } = await import('../platform/explain-rejection.ts');
    return failed(explainRejection(message, tab.url), message);
  }
}

/** @throws {ClipError} and whatever the browser throws. */
async function inject<Answer extends ClipAnswer | PageAnswer>(
  tab: Tab,
  { loadCheck, before = [], early, task }: ClipRun<Answer>,
): Promise<Answer | Refusal> {
  const begun = early
    ? early.frames.then(resultOfEarly)
    : leaveTaskFor(tab, task).then((left) => runInTab(tab.id, [...left, ...before, ...clipScripts(tab)]));
  const [first, isAnswer] = await Promise.all([begun, loadCheck()]);
  const missing = filesWanted(first);
  // Checked once: an answer has the whole story in it.
  let answer = isAnswer(first) ? first : undefined;
  const isStopped = answer?.ok === false && answer.failure.code === 'stopped';
  if (missing.length > 0 && !isStopped) {
    const files = [...(await leaveTaskFor(tab, task)), ...before, ...missing, 'content.js'];
    const second = await runInTab(tab.id, files);
    answer = isAnswer(second) ? second : undefined;
  }
  if (!answer) throw new ClipError('unexpected', 'no answer');
  return sameDocument(answer.pageUrl, tab.url) ? answer : failed('navigated', answer.pageUrl);
}

function failed(code: FailureCode, detail: string): Refusal {
  return { ok: false, pageUrl: '', failure: { code, detail } };
}
