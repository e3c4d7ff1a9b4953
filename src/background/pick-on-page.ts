import { toFailure } from '../core/model/failure.ts';
import { BLOCKS_MODULE, moduleFile, PICKER_MODULE } from '../core/model/module-names.ts';
import type { PickRequest } from '../core/model/pick-request.ts';
import { PICK_REQUEST_KEY } from '../core/model/task-key.ts';
import { leaveValue } from '../platform/leave-task.ts';
import { openPopup } from '../platform/open-popup.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import { showFailed, showPressMe } from './show-progress.ts';

/**
 * Asks a tab's page to let the user pick, and returns: the popup that waits for this can close then, and the pick may take
 * minutes. Where the page cannot be asked, the button says why.
 */
export async function pickOnPage(tabId: number, request: PickRequest): Promise<void> {
  try {
    await leaveValue(tabId, PICK_REQUEST_KEY, request);
    void showPicked(tabId);
  } catch (error) {
    await showFailed(tabId, toFailure(error));
  }
}

/** Shows the clip again when the pick is made; the button asks to be pressed where the popup cannot be opened. */
async function showPicked(tabId: number): Promise<void> {
  try {
    // The next clip knows of the pick through the module of blocks.
    const isPicked = await runInTab(tabId, [moduleFile(BLOCKS_MODULE), moduleFile(PICKER_MODULE)]);
    if (isPicked !== true) return;
    if (!(await openPopup())) await showPressMe(tabId);
  } catch (error) {
    await showFailed(tabId, toFailure(error));
  }
}
