import { takeEarlyClip } from '../../platform/early-clip.ts';
import { offerPress } from '../../platform/panel-press.ts';
import { activeTab } from '../../platform/tabs.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { ClipEditor } from './clip-editor.tsx';
import { takeFrameStory } from './frame-story.ts';
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
  const frame = takeFrameStory();
  const host = { isAtSide: false, slow: early?.slow, frame, close };
  const { store, translator, read } = await openEditor(finding, early, host);
  listenToKeys(() => store, frame.takeKeys());
  const reading = read();
  if (frame.isDrawn()) await isMoreThanRead(store);
  const scrolled = frame.end();
  mountPage(<ClipEditor store={store} />, translator, translator.t('extensionShortName'));
  if (scrolled > 0) document.querySelector('.scroller')?.scrollTo(0, scrolled);
  await reading;
}

/**
 * Resolves when there is more to draw than the story that the frame shows: each drawing of the editor takes as long as that.
 * Most popups draw it once, when the clip can be edited.
 */
async function isMoreThanRead({ state }: PopupStore): Promise<void> {
  let end = (): void => {};
  await new Promise<void>((resolve) => {
    end = state.subscribe((now) => {
      if (now.phase !== 'reading' || now.pages) resolve();
    });
  });
  end();
}

void open();
