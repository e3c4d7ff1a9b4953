import { useState } from 'preact/hooks';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import { FailureText } from '../shared/failure-text.tsx';
import { FolderDrop } from '../shared/folder-drop.tsx';
import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { WelcomePorts } from './ports.ts';

/** The first page after installing: three things to do, all optional. */
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
          <h2>{t('welcomePin')}</h2>
          <p>{t('welcomePinWhy')}</p>
        </li>
        <li>
          <h2>{t('welcomePlace')}</h2>
          <p>{t('welcomePlaceWhy')}</p>
          {ports.folders.canPick && <FolderChoice ports={ports} />}
        </li>
        <li>
          <h2>{t('welcomePress')}</h2>
          <p>
            {t('welcomePressWhy')} {ports.keys !== '' && <kbd>{ports.keys}</kbd>}
          </p>
        </li>
      </ol>
      <p>
        <button type="button" class="link" onClick={ports.openOptions}>
          {t('welcomeSettings')}
        </button>
      </p>
    </main>
  );
}

/** The folder is chosen here; its contents are read on the options page, which shows the progress. */
function FolderChoice({ ports }: { readonly ports: WelcomePorts }) {
  const { t } = useTranslator();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);

  const settle = async (choosing: Promise<FileSystemDirectoryHandle | undefined>): Promise<void> => {
    setFailure(undefined);
    try {
      const handle = await choosing;
      if (!handle) return;
      const id = await ports.folders.connect(handle);
      const granting = ports.folders.renewGrant(id);
      await ports.chooseTarget(id);
      setName(handle.name);
      await granting;
    } catch (error) {
      setFailure(toFailure(error));
    }
  };

  return (
    <>
      <FolderDrop
        onPick={() => void settle(ports.folders.pick())}
        onDrop={(transfer) => void settle(ports.folders.dropped(transfer))}
      />
      {name !== '' && (
        <p class="notice" role="status">
          <Icon name="check" />
          {t('welcomeChosen', name)}
        </p>
      )}
      {failure && (
        <div class="notice failed" role="alert">
          <Icon name="warning" />
          <div>
            <FailureText failure={failure} />
          </div>
        </div>
      )}
    </>
  );
}
