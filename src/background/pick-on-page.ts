import { BLOCKS_MODULE, moduleFile, PICKER_MODULE } from '../core/model/module-names.ts';
import type { PickRequest } from '../core/model/pick-request.ts';
import { PICK_REQUEST_KEY } from '../core/model/task-key.ts';
import { leaveValue } from '../platform/leave-task.ts';
import { openPopup } from '../platform/open-popup.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import { showPressMe } from './show-progress.ts';

/** Lets the user pick on a tab's page, then shows the clip again; the button asks to be pressed where it cannot be shown. */
export async function pickOnPage(tabId: number, request: PickRequest): Promise<void> {
  await leaveValue(tabId, PICK_REQUEST_KEY, request);
  // The next clip knows of the pick through the module of blocks.
  const isPicked = await runInTab(tabId, [moduleFile(BLOCKS_MODULE), moduleFile(PICKER_MODULE)]);
  if (isPicked !== true) return;
  if (!(await openPopup())) await showPressMe(tabId);
}
