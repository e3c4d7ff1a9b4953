import { connectedTargets } from '../../app/connected-targets.ts';
import { writePost } from '../../core/post/to-post.ts';
import { openLibrary } from '../../library/store/database.ts';
import { listCommands } from '../../platform/commands.ts';
import { loadPinyin } from '../../platform/load-pinyin.ts';
import { extensionVersion } from '../../platform/pages.ts';
import { changePresetTargets, loadPresetTargets } from '../../settings/preset-targets.ts';
import { changeBuiltIn, loadPresets, removeOwnPreset, saveOwnPreset } from '../../settings/presets.ts';
import { loadSiteSettings, saveSiteSettings } from '../../settings/site-settings.ts';
import { changeSettings, loadSettings } from '../../settings/store.ts';
import { giveFile } from '../shared/give-file.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { Options } from './options.tsx';
import type { OptionsPorts } from './ports.ts';
import { createOptionsStore } from './store.ts';
import '../shared/page.css';
import './options.css';

async function open(): Promise<void> {
  const library = openLibrary();
  const ports: OptionsPorts = {
    now: Date.now,
    changeSettings: async (changes) => {
      const settings = await changeSettings(changes);
      if (changes.language !== undefined) await draw(settings.language);
      return settings;
    },
    loadPresets,
    loadPresetTargets,
    changePresetTargets,
    saveOwnPreset,
    removeOwnPreset,
    changeBuiltIn,
    writePost: (draft, preset) => writePost(draft, preset, loadPinyin),
    saveSites: saveSiteSettings,
    shortcuts: listCommands,
    giveFile: (name, text) => giveFile(name, new Blob([text], { type: 'application/json' })),
    loadAnew: (hash) => {
      history.replaceState(null, '', hash);
      location.reload();
    },
    copy: copyText,
    folders: connectedTargets(library, Date.now),
  };
  const [settings, presets, presetTargets, sites, shortcuts] = await Promise.all([
    loadSettings(),
    loadPresets(),
    loadPresetTargets(),
    loadSiteSettings(),
    ports.shortcuts(),
  ]);
  const store = createOptionsStore(
    { settings, sites, ...presets, presetTargets, shortcuts, folders: [], removed: [], trials: {} },
    ports,
  );

  async function draw(language: typeof settings.language): Promise<void> {
    const translator = await loadTranslator(language);
    const title = `${translator.t('settings')} · ${translator.t('extensionShortName')}`;
    mountPage(<Options store={store} version={extensionVersion()} />, translator, title);
  }

  await draw(settings.language);
  await store.refresh();
  const { hash } = location;
  history.replaceState(null, '', location.pathname);
  await store.resume(hash);
  // A grant may have been given or have ended while the page was in the background.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void store.refresh();
  });
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    console.warn('The clipboard refused the command.', error);
    return false;
  }
}

void open();
