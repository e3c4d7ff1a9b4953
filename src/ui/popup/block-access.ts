import { askBackground } from '../../app/ask-background.ts';
import { listPageBlocks, proposeSiteRule } from '../../app/page-blocks.ts';
import { PICK_KEY } from '../../core/model/task-key.ts';
import type { Translator } from '../../i18n/translator.ts';
import { leaveValue } from '../../platform/leave-task.ts';
import type { Tab } from '../../platform/tabs.ts';
import { addSiteRule } from '../../settings/add-site-rule.ts';
import { saveSiteSettings } from '../../settings/site-settings.ts';
import type { BlockPorts } from './ports.ts';

/** The blocks of a tab's page, the user's rules, and the picker. Loaded when the user asks for one of them. */
export function blockAccess(tab: Tab, { t }: Translator, close: () => void): BlockPorts {
  return {
    list: () => listPageBlocks(tab),
    proposeRule: (decision) => proposeSiteRule(tab, decision),
    async keepRule(rule) {
      const before = await addSiteRule(rule);
      return () => saveSiteSettings(before);
    },
    async pick(what) {
      const title = t(what === 'story' ? 'pickStory' : 'pickPart');
      await askBackground('pick', tab.id, { what, title, help: t('pickHelp'), done: t('pickDone') });
      close();
    },
    async highlight(story) {
      await askBackground('highlight', tab.id, story);
      close();
    },
    forgetPick: () => leaveValue(tab.id, PICK_KEY, null),
  };
}
