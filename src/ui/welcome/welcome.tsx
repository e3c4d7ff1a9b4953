import { Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { FolderChoice } from './folder-choice.tsx';
import type { WelcomePorts } from './ports.ts';
import { ProgramChoice } from './program-choice.tsx';

/** The first page after installing: four steps, all optional. */
export function Welcome({ ports }: { readonly ports: WelcomePorts }) {
  const { t } = useTranslator();
  return (
    <main>
      <header>
        <Mark />
        <h1>{t('extensionShortName')}</h1>
        <p>{t('extensionDescription')}</p>
      </header>
      <ol>
        <li>
          <h2>{t('welcomeProgram')}</h2>
          <p>{t('welcomeProgramWhy')}</p>
          <ProgramChoice ports={ports} />
        </li>
        <li>
          <h2>{t('welcomePlace')}</h2>
          <p>{t('welcomePlaceWhy')}</p>
          <Places ports={ports} />
        </li>
        <li>
          <h2>{t('welcomePin')}</h2>
          <p>{t(ports.isFirefox ? 'welcomePinFirefox' : 'welcomePinWhy')}</p>
        </li>
        <li>
          <h2>{t('welcomePress')}</h2>
          <p>
            {t('welcomePressWhy')} {ports.keys !== '' && <kbd>{ports.keys}</kbd>}
          </p>
        </li>
      </ol>
      <p>
        <button type="button" class="link" onClick={() => ports.openOptions('')}>
          {t('welcomeSettings')}
        </button>
      </p>
    </main>
  );
}

/** A folder where the browser has folders; else the companion. Servers and repositories are set up in the settings. */
function Places({ ports }: { readonly ports: WelcomePorts }) {
  const { t } = useTranslator();
  return (
    <>
      {ports.folders.canPick ? <FolderChoice ports={ports} /> : <p>{t('companionWhy')}</p>}
      <p class="actions">
        {!ports.folders.canPick && (
          <button type="button" class="button" onClick={() => ports.openOptions('#place')}>
            {t('welcomeCompanion')}
          </button>
        )}
        <button type="button" class="link" onClick={() => ports.openOptions('#place')}>
          {t('welcomePlaces')}
        </button>
      </p>
    </>
  );
}
