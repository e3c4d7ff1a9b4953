import { connectedTargets } from '../../app/connected-targets.ts';
import { openLibrary } from '../../library/store/database.ts';
import { listCommands } from '../../platform/commands.ts';
import { isFirefox, openPage } from '../../platform/pages.ts';
import { loadPresets } from '../../settings/presets.ts';
import { changeSettings, loadSettings } from '../../settings/store.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { Welcome } from './welcome.tsx';
import '../shared/page.css';
import './welcome.css';

async function open(): Promise<void> {
  const [{ language, preset }, { presets }, commands] = await Promise.all([
    loadSettings(),
    loadPresets(),
    listCommands(),
  ]);
  const ports = {
    folders: connectedTargets(openLibrary(), Date.now),
    chooseTarget: (target: string) => changeSettings({ target }),
    presets,
    preset,
    choosePreset: (id: string) => changeSettings({ preset: id }),
    isFirefox: isFirefox(),
    keys: commands.find(({ name }) => name === '_execute_action')?.keys ?? '',
    openOptions: (part: string) => void openPage('options', part),
  };
  const translator = await loadTranslator(language);
  mountPage(<Welcome ports={ports} />, translator, translator.t('extensionShortName'));
}

void open();
