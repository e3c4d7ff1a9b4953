import type { BlockTask } from '../core/model/page-blocks.ts';
import { TASK_KEY } from '../core/model/task-key.ts';
import { browser } from './browser.ts';
import { setValue } from './set-value.ts';

/**
 * Leaves a task for the next clip of a tab's page, in the world of our scripts: injected files take no arguments.
 *
 * @throws what the browser throws where it refuses access to the page (`refused-page.ts` explains it).
 */
export async function leaveTask(tabId: number, task: BlockTask): Promise<void> {
  await leaveValue(tabId, TASK_KEY, task);
}

/** Puts a JSON value into the world of our scripts. @throws as `leaveTask` does. */
export async function leaveValue(tabId: number, key: string, value: unknown): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    func: setValue,
    args: [key, value],
    injectImmediately: true,
  });
}
