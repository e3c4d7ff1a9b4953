import { takeEarlyClip } from '../../platform/early-clip.ts';
import { offerPress } from '../../platform/panel-press.ts';
import { activeTab } from '../../platform/tabs.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { ClipEditor } from './clip-editor.tsx';
import { type FrameStory, frameStory } from './frame-story.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { openEditor } from './open-editor.ts';
import type { PopupStore } from './store.ts';
import './popup.css';

/** The clip has begun before this runs (`start.ts`). A side panel that is open in the window takes the press over. */
async function open(): Promise<void> {
  const early = takeEarlyClip();
  const finding = early ? early.tab : activeTab();
  const close = (): void => window.close();
  void finding.then((tab) => tab && offerPress(tab, close));
  const frame = frameStory(document);
  const host = { isAtSide: false, slow: early?.slow, frame, close };
  const { store, translator, read } = await openEditor(finding, early, host);
  listenToKeys(() => store);
  const reading = read();
  await worthDrawing(store, frame);
  frame.end();
  mountPage(<ClipEditor store={store} />, translator, translator.t('extensionShortName'));
  await reading;
}

/** Milliseconds after which a page is slow: most can be edited half of that after this script has begun. */
const SLOW = 300;

/**
 * Resolves when there is more to draw than the document's own frame: each drawing of the editor takes as long as that of the
 * story. Most popups draw it once, when the clip can be edited; the others when the page tells how far it is, or is slow.
 */
async function worthDrawing({ state }: PopupStore, frame: FrameStory): Promise<void> {
  let end = (): void => {};
  await new Promise<void>((resolve) => {
    setTimeout(resolve, SLOW);
    end = state.subscribe((now) => {
      const isEarly = now.phase === 'reading' && now.share === undefined && !now.pages;
      if (!isEarly || (now.story && !frame.isDrawn())) resolve();
    });
  });
  end();
}

void open();
