import { useState } from 'preact/hooks';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import { FailureText } from '../shared/failure-text.tsx';
import { FolderDrop } from '../shared/folder-drop.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { WelcomePorts } from './ports.ts';

/** A connected folder, and whether the browser has said yes to writing there. */
interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly isAllowed: boolean;
}

/** The folder is chosen here; its contents are read on the options page, which shows the progress. */
export function FolderChoice({ ports }: { readonly ports: WelcomePorts }) {
  const { t } = useTranslator();
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);

  /** Asks first: the question needs the gesture. Only a folder that may be written to becomes the place for posts. */
  const allow = async (id: string, name: string): Promise<void> => {
    const isAllowed = (await ports.folders.renewGrant(id)) === 'granted';
    if (isAllowed) await ports.chooseTarget(id);
    setChosen({ id, name, isAllowed });
  };
  const settle = async (work: () => Promise<void>): Promise<void> => {
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const connect = (choosing: Promise<FileSystemDirectoryHandle | undefined>): void =>
    void settle(async () => {
      const handle = await choosing;
      if (handle) await allow(await ports.folders.connect(handle), handle.name);
    });

  return (
    <>
      <FolderDrop
        onPick={() => connect(ports.folders.pick())}
        onDrop={(transfer) => connect(ports.folders.dropped(transfer))}
      />
      <div role="status">
        {chosen?.isAllowed && (
          <p class="notice">
            <Icon name="check" />
            {t('welcomeChosen', chosen.name)}
          </p>
        )}
        {chosen && !chosen.isAllowed && (
          <p class="notice warning">
            <Icon name="warning" />
            <span>
              {t('welcomeNotAllowed', chosen.name)}{' '}
              <button type="button" class="link" onClick={() => void settle(() => allow(chosen.id, chosen.name))}>
                {t('allowFolder', chosen.name)}
              </button>
            </span>
          </p>
        )}
      </div>
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
