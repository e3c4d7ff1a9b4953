import { BLOCKS_MODULE, moduleFile } from '../core/model/module-names.ts';
import type { BlockTask } from '../core/model/page-blocks.ts';
import { findSiteRule } from '../core/sites/find-site-rule.ts';
import { leaveTask } from '../platform/leave-task.ts';
import type { Tab } from '../platform/tabs.ts';
import { loadSiteSettings } from '../settings/site-settings.ts';

/**
 * Leaves the task in the page, with the user's rule for it: each run of the content script uses it up. Returns the scripts
 * that do it, where there is anything to do.
 */
export async function leaveTaskFor(tab: Tab, task: BlockTask | undefined): Promise<string[]> {
  const rule = findSiteRule(tab.url, (await loadSiteSettings()).rules);
  if (!rule && !task) return [];
  await leaveTask(tab.id, { ...task, ...(rule ? { rule } : {}) });
  return [...(rule ? [moduleFile('sites')] : []), moduleFile('authors'), moduleFile(BLOCKS_MODULE)];
}
