import * as v from 'valibot';
import { ClipError } from '../core/model/failure.ts';
import type { LinkPickRequest } from '../core/model/link-pick-request.ts';
import { LINK_PICK_KEY } from '../core/model/task-key.ts';
import { explainRejection } from '../platform/explain-rejection.ts';
import { messageOf } from '../platform/last-result.ts';
import { leaveValue } from '../platform/leave-task.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import { showOwnTab, showTab } from '../platform/show-tab.ts';
import { findTab } from '../platform/tabs.ts';

/** A compromised renderer may answer anything. */
const addresses = v.array(v.string());

/**
 * Shows a tab, lets the user press links on its page, and comes back to the calling page.
 *
 * @returns the addresses of the links; none where the user left.
 * @throws {ClipError} where the browser does not let the page be read.
 */
export async function pickLinksInTab(tabId: number, request: LinkPickRequest): Promise<readonly string[]> {
  try {
    await leaveValue(tabId, LINK_PICK_KEY, request);
    await showTab(tabId);
    const picked = await runInTab(tabId, ['link-picker.js']);
    // The page was left while links were picked: browsers answer with nothing then.
    return v.is(addresses, picked) ? picked : [];
  } catch (error) {
    const message = messageOf(error);
    throw new ClipError(explainRejection(message, (await findTab(tabId))?.url ?? ''), message);
  } finally {
    await showOwnTab();
  }
}
