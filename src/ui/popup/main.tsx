import { takeEarlyClip } from '../../platform/early-clip.ts';
import { offerPress } from '../../platform/panel-press.ts';
import { activeTab } from '../../platform/tabs.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { ClipEditor } from './clip-editor.tsx';
import { frameStory } from './frame-story.ts';
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
  await worthDrawing(store);
  await idle();
  frame.end();
  mountPage(<ClipEditor store={store} />, translator, translator.t('extensionShortName'));
  await reading;
}

/** Resolves when the browser has put on the screen what it has, or soon. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
}

/** Milliseconds after which a page is slow: most have answered a third of that after this script has begun. */
const SLOW = 200;

/**
 * Resolves when there is more to draw than the document's own frame, which most popups need not draw over twice: the page
 * has answered, or tells how far it is, or is slow.
 */
async function worthDrawing({ state }: PopupStore): Promise<void> {
  let end = (): void => {};
  await new Promise<void>((resolve) => {
    setTimeout(resolve, SLOW);
    end = state.subscribe((now) => {
      if (now.phase !== 'reading' || now.story || now.share !== undefined) resolve();
    });
  });
  end();
}

void open();
