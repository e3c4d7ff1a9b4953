import { connectedTargets } from '../../app/connected-targets.ts';
import { openLibrary } from '../../library/store/database.ts';
import { listCommands } from '../../platform/commands.ts';
import { openPage } from '../../platform/pages.ts';
import { changeSettings, loadSettings } from '../../settings/store.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { Welcome } from './welcome.tsx';
import '../shared/page.css';
import './welcome.css';

async function open(): Promise<void> {
  const [{ language }, commands] = await Promise.all([loadSettings(), listCommands()]);
  const ports = {
    folders: connectedTargets(openLibrary(), Date.now),
    chooseTarget: (target: string) => changeSettings({ target }),
    keys: commands.find(({ name }) => name === '_execute_action')?.keys ?? '',
    openOptions: () => void openPage('options'),
  };
  const translator = await loadTranslator(language);
  mountPage(<Welcome ports={ports} />, translator, translator.t('extensionShortName'));
}

void open();
