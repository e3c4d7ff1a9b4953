import { forgetSave, writeDownSave } from '../../app/write-down-save.ts';
import type { ClipAnswer } from '../../core/model/clip-answer.ts';
import type { PinyinTable } from '../../core/post/pinyin.ts';
import type { Translator } from '../../i18n/translator.ts';
import { showBadge } from '../../platform/badge.ts';
import type { EarlyClip } from '../../platform/early-clip.ts';
import { planLoader } from '../../platform/load-plan.ts';
import { openPage } from '../../platform/pages.ts';
import { beginRequestSites, hostsToAskFor } from '../../platform/permissions.ts';
import type { SlowClip } from '../../platform/slow-clip.ts';
import { findTab, type Tab } from '../../platform/tabs.ts';
import { loadSiteDefaults } from '../../settings/site-settings.ts';
import { loadSettings } from '../../settings/store.ts';
import { type LoadedPresets, presetsChecked } from '../../settings/stored-presets.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import type { FrameStory } from './frame-story.ts';
import type { PageReading, PopupPorts } from './ports.ts';
import { readPage } from './read-page.ts';
import { createStore, type PopupStore } from './store.ts';
import { openUnsaved } from './unsaved.ts';

/** Loads the check only for those who have changed a preset or have one of their own. */
async function loadPresets(): Promise<LoadedPresets> {
  return presetsChecked(async (stored) => (await import('../../settings/presets.ts')).checkStored(stored));
}

const NO_TAB: ClipAnswer = { ok: false, pageUrl: '', failure: { code: 'blank', detail: 'no tab is open' } };

const NOTHING_TO_READ: PageReading = { shown: Promise.resolve(NO_TAB), complete: async () => NO_TAB };

/** Where the editor is drawn. */
export interface EditorHost {
  readonly isAtSide: boolean;
  /** Listens to the clips of the tab's page. */
  readonly slow: SlowClip | undefined;
  /** What the document draws of the story before the editor is drawn. */
  readonly frame?: FrameStory;
  /** Closes the popup; the side panel stays open. */
  close(): void;
}

/** An editor of a tab's page, before it has read it. */
export interface OpenedEditor {
  readonly store: PopupStore;
  readonly translator: Translator;
  /** Reads the page; resolves when the clip can be edited, or is refused. */
  read(): Promise<void>;
}

/**
 * Opens the editor of a clip for a tab's page. What is loaded from here on is wanted once the story is shown.
 *
 * @param finding the tab; absent where no tab is open.
 * @param early the clip that was begun before this was loaded.
 */
export async function openEditor(
  finding: Promise<Tab | undefined>,
  early: EarlyClip | undefined,
  { isAtSide, slow, frame, close }: EditorHost,
): Promise<OpenedEditor> {
  const [tab, reading, general, presets, { preset, target, tags: siteTags = [] }] = await Promise.all([
    finding,
    // Begins first: what checks the page's answer loads beside the settings, not after them.
    beginReading(finding, early, frame),
    loadSettings(),
    loadPresets(),
    finding.then((found) => loadSiteDefaults(found?.url ?? '')),
  ]);
  const settings = { ...general, ...(preset === undefined ? {} : { preset }) };
  const siteTargets = target === undefined ? undefined : [target];
  const clip = () => (tab ? readPage(tab) : NOTHING_TO_READ);
  const library = once(async () => (await import('./library-access.ts')).openLibraryAccess(settings));
  const plan = planLoader();
  const translator = await loadTranslator(settings.language);

  const ofTab = <Access>(open: (tab: Tab) => Promise<Access>) =>
    once(async () => {
      if (!tab) throw new Error('no tab is open');
      return open(tab);
    });
  const unsaved = openUnsaved(tab?.url ?? '');
  const closing = (opened: Promise<void>) => void opened.then(close);
  const ports: PopupPorts = {
    now: Date.now,
    clip,
    slow,
    recall: unsaved.recall,
    remember: unsaved.remember,
    place: async (presetId, picked) => (await library()).place(presetId, picked ?? siteTargets),
    findKnown: async (articles) => (await library()).findKnown(articles),
    async markClipped(savedAt) {
      const title = translator.t('clippedOn', translator.day(savedAt));
      // The side panel outlives the page, and the tab.
      if (tab && (await findTab(tab.id))?.url === tab.url) {
        await showBadge(tab.id, { text: '✓', colour: 'ink-2', title });
      }
    },
    // Save says what is wrong with a library that does not open.
    renewGrant: () =>
      library().then(
        (access) => access.renewGrant(),
        () => undefined,
      ),
    writePost: async (draft, preset) =>
      (await import('../../core/post/to-post.ts')).writePost(draft, preset, loadPinyin),
    pathOfPost: async (draft, preset) => (await plan()).pathOfPost(draft, preset, loadPinyin),
    countStory: async (markdown) => (await plan()).countStory(markdown),
    picturesOf: async ({ images, url }) =>
      (await import('../../core/post/local-images.ts')).localImages(images, url).map((image) => image.url),
    hostsToAskFor,
    beginRequestSites,
    async save({ renewing, requestSites, ...order }) {
      const press = { saveId: crypto.randomUUID(), now: Date.now() };
      const pending = { ...(siteTargets ? { targetIds: siteTargets } : {}), ...order, ...press };
      // Before the library is waited for, which other pages may keep busy: the popup may close in the moment of the press.
      const isWrittenDown = writeDownSave(pending).then((isHeld) => {
        if (isHeld) unsaved.press(press.saveId);
      });
      const access = await library().catch(async (error: unknown) => {
        await isWrittenDown;
        await forgetSave(press.saveId);
        throw error;
      });
      return access.save(pending, isWrittenDown, requestSites ? { renewing, requestSites } : { renewing });
    },
    copy: (text) => navigator.clipboard.writeText(text),
    openLibrary: (clipId) => closing(openPage('library', clipId === undefined ? '' : `#clip=${clipId}`)),
    openOptions: () => closing(openPage('options')),
    blocks: ofTab(async (known) => (await import('./block-access.ts')).blockAccess(known, translator, close)),
    pages: ofTab(async (known) => (await import('./page-access.ts')).pageAccess(known)),
    views: ofTab(async (known) => (await import('./view-access.ts')).viewAccess(known, isAtSide, close)),
    openBatch: () => closing(openPage('batch', `#tab=${tab?.id ?? 0}`)),
    isAtSide,
    close,
  };
  const page = { title: tab?.title ?? '', url: tab?.url ?? '' };
  const store = createStore({ page, ...presets, presetId: settings.preset, siteTags, frame }, ports, translator);
  return { store, translator, read: readerOf(store, reading) };
}

// What the page has sent is twice as long as its story. The ports live as long as the popup, and all that is named in the
// function that makes them lives with them: what names the page's answer are functions of their own.

async function beginReading(
  finding: Promise<Tab | undefined>,
  early: EarlyClip | undefined,
  frame: FrameStory | undefined,
): Promise<PageReading> {
  const found = await finding;
  return found ? readPage(found, { early, frame }) : NOTHING_TO_READ;
}

function readerOf(store: PopupStore, reading: PageReading): () => Promise<void> {
  return () => store.read(reading);
}

/** A function that does its work at the first call, and answers every call with that; work that failed is done anew. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

/** Few presets spell Chinese in file names: what reads the table is loaded with it. */
async function loadPinyin(): Promise<PinyinTable> {
  return (await import('../../platform/load-pinyin.ts')).loadPinyin();
}
