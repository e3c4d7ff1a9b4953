import type { ClipAnswer } from '../../core/model/clip-answer.ts';
import type { Preset } from '../../core/model/preset.ts';
import { showBadge } from '../../platform/badge.ts';
import { loadPinyin } from '../../platform/load-pinyin.ts';
import { openPage } from '../../platform/pages.ts';
import { beginRequestSites, hostsToAskFor } from '../../platform/permissions.ts';
import { activeTab } from '../../platform/tabs.ts';
import { loadSettings } from '../../settings/store.ts';
import { presetsChecked } from '../../settings/stored-presets.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { loadRenderer } from '../shared/story-view.tsx';
import { mountPopup } from './mount.tsx';
import type { PopupPorts } from './ports.ts';
import { readPage } from './read-page.ts';
import { createStore } from './store.ts';
import { openUnsaved } from './unsaved.ts';
import '../shared/page.css';
import './popup.css';

/** Loads the check only for those who have changed a preset or have one of their own. */
async function checkStored(stored: readonly unknown[]): Promise<readonly (Preset | undefined)[]> {
  return (await import('../../settings/presets.ts')).checkStored(stored);
}

const NO_TAB: ClipAnswer = { ok: false, address: '', failure: { code: 'blank', detail: 'no tab is open' } };

/** The ground of the button's mark: the token of that name, dark enough for white signs in both themes. */
const INK_2 = '#5f5a52';

/** Reading the page starts before anything is drawn; what it takes is mostly waiting. */
async function open(): Promise<void> {
  const tab = await activeTab();
  const clip = () => (tab ? readPage(tab) : Promise.resolve(NO_TAB));
  const answer = clip();
  const [settings, presets] = await Promise.all([loadSettings(), presetsChecked(checkStored)]);
  const library = import('./library-access.ts').then(({ openLibraryAccess }) => openLibraryAccess(settings));
  const writing = import('../../core/post/to-post.ts');
  const translator = await loadTranslator(settings.language);

  const closing = (opened: Promise<void>) => void opened.then(() => window.close());
  const ports: PopupPorts = {
    now: Date.now,
    clip,
    ...openUnsaved(tab?.url ?? ''),
    place: async () => (await library).place(),
    findKnown: async (articles) => (await library).findKnown(articles),
    markClipped: (savedAt) => {
      const title = translator.t('clippedOn', translator.day(savedAt));
      if (tab) void showBadge(tab.id, { text: '✓', colour: INK_2, title });
    },
    renewGrant: async () => (await library).renewGrant(),
    writePost: async (draft, preset) => (await writing).writePost(draft, preset, loadPinyin),
    hostsToAskFor,
    beginRequestSites,
    save: async (request) => (await library).save(request),
    copy: (text) => navigator.clipboard.writeText(text),
    openLibrary: (clipId) => closing(openPage('library', clipId === undefined ? '' : `#clip=${clipId}`)),
    openOptions: () => closing(openPage('options')),
  };
  const page = { title: tab?.title ?? '', url: tab?.url ?? '' };
  const store = createStore({ page, ...presets, presetId: settings.preset }, ports, translator);
  mountPopup(store, translator, document);
  // What shows the story is fetched while the page is being read.
  void loadRenderer();
  await store.read(answer);
}

void open();
