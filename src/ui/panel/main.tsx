import { browser } from '../../platform/browser.ts';
import { onOtherPage, takePresses } from '../../platform/panel-press.ts';
import { listenToSlowClip, type SlowClip } from '../../platform/slow-clip.ts';
import { activeTabOfWindow } from '../../platform/tabs.ts';
import { loadSettings } from '../../settings/store.ts';
import { listenToKeys } from '../popup/listen-to-keys.ts';
import { openEditor } from '../popup/open-editor.ts';
import type { PopupStore } from '../popup/store.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { Panel } from './panel.tsx';
import { createPanelStore } from './store.ts';
import '../shared/page.css';
import './panel.css';

/** The editor at the side of the window: stays open, and shows the page of a tab at each press. */
async function open(): Promise<void> {
  // Each editor listens as long as it can be gone back to: “Try again” in it reads its page anew.
  const listening = new Map<PopupStore, SlowClip>();
  const panel = createPanelStore({
    activeTab: activeTabOfWindow,
    async openEditor(tab) {
      const slow = listenToSlowClip(browser, Promise.resolve(tab));
      const host = { isAtSide: true, slow, close: () => {} };
      const { store, read } = await openEditor(Promise.resolve(tab), undefined, host);
      listening.set(store, slow);
      void read();
      return store;
    },
    closeEditor(editor) {
      listening.get(editor)?.end();
      listening.delete(editor);
    },
  });
  const translator = await loadTranslator((await loadSettings()).language);
  mountPage(<Panel panel={panel} />, translator, translator.t('extensionShortName'));
  listenToKeys(() => panel.shown.value);
  await takePresses((tab) => void panel.follow(tab));
  await onOtherPage(panel.noteOtherPage);
  await panel.followActive();
}

void open();
