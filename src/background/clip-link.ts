import { openTab } from '../platform/open-tab.ts';
import { requestSites } from '../platform/permissions.ts';
import type { Tab } from '../platform/tabs.ts';
import { quickClip } from './quick-clip.ts';
import { showPressMe } from './show-progress.ts';

/**
 * Opens a link and clips the story behind it. A user gesture in one tab grants no access to another, so the user is asked
 * for the link's site; refused, the story is opened all the same and the button asks to be pressed there.
 */
export async function clipLink(_tab: Tab, linkUrl: string | undefined): Promise<void> {
  if (linkUrl === undefined) return;
  // Before anything is awaited: browsers ask only in a user gesture.
  const allowed = await requestSites([linkUrl]);
  const tab = await openTab(linkUrl);
  if (!tab) return;
  await (allowed ? quickClip(tab) : showPressMe(tab.id));
}
