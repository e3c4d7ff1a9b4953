import { takeEarlyClip } from '../../platform/early-clip.ts';
import { offerPress } from '../../platform/panel-press.ts';
import { activeTab } from '../../platform/tabs.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { ClipEditor } from './clip-editor.tsx';
import { listenToKeys } from './listen-to-keys.ts';
import { openEditor } from './open-editor.ts';
import '../shared/page.css';
import './popup.css';

/** The clip has begun before this runs (`start.ts`). A side panel that is open in the window takes the press over. */
async function open(): Promise<void> {
  const early = takeEarlyClip();
  const finding = early ? early.tab : activeTab();
  const close = (): void => window.close();
  void finding.then((tab) => tab && offerPress(tab, close));
  const { store, translator, read } = await openEditor(finding, early, { isAtSide: false, slow: early?.slow, close });
  listenToKeys(() => store);
  mountPage(<ClipEditor store={store} />, translator, translator.t('extensionShortName'));
  await read();
}

void open();
