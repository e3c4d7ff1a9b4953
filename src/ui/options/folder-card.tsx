import { useState } from 'preact/hooks';
import type { FolderState } from '../../app/connected-targets.ts';
import { FailureText } from '../shared/failure-text.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { DoubledNotice } from './doubled-notice.tsx';
import { IndexState } from './index-state.tsx';
import { FieldsForm, RenameForm, SecretForm } from './place-forms.tsx';
import { kindKey } from './place-kinds.ts';
import { ServerNotices } from './server-notices.tsx';
import type { OptionsStore } from './store.ts';

interface CardProps {
  readonly store: OptionsStore;
  readonly folder: FolderState;
}

type Open = 'name' | 'fields' | 'secret' | undefined;

/** A place that the user set up: whether posts go there, whether they can, and what is in it. */
export function FolderCard({ store, folder }: CardProps) {
  const { t } = useTranslator();
  const [open, setOpen] = useState<Open>(undefined);
  const { settings, indexing } = store.state.value;
  const { id, server } = folder;
  const close = (): void => setOpen(undefined);
  return (
    <li aria-label={folder.name}>
      <label class="choice">
        <input
          type="radio"
          name="target"
          checked={settings.target === id}
          onChange={() => store.change({ target: id })}
        />
        <span>
          <strong>{folder.name}</strong>
          {server && (
            <span class="note place-address">
              {t(kindKey(server.kind))} · {server.location}
            </span>
          )}
          {!server && folder.path !== undefined && <span class="note">{t('companionFolder', folder.path)}</span>}
          <KnownPosts folder={folder} />
        </span>
      </label>
      <Waiting store={store} folder={folder} />
      {server && <ServerNotices store={store} folder={folder} server={server} />}
      {settings.target === id && <Doubled store={store} folder={folder} />}
      {indexing?.folderId === id && <IndexState indexing={indexing} />}
      {open === 'name' && <RenameForm store={store} folder={folder} close={close} />}
      {open === 'fields' && server && <FieldsForm store={store} id={id} server={server} close={close} />}
      {open === 'secret' && server && <SecretForm store={store} id={id} kind={server.kind} close={close} />}
      <Actions store={store} folder={folder} open={setOpen} />
    </li>
  );
}

function KnownPosts({ folder: { indexedAt, posts, server } }: Pick<CardProps, 'folder'>) {
  const { t, count, day } = useTranslator();
  const facts = [
    ...(indexedAt === undefined
      ? [t('folderNotRead')]
      : [count('folderPosts', posts), t('folderReadOn', day(indexedAt))]),
    ...(server?.tested ? [t('placeTestedOn', day(server.tested.at))] : []),
  ];
  return <span class="note">{facts.join(' · ')}</span>;
}

/** The folder of a place on a server can be set here; another folder has to be chosen by hand. */
function Doubled({ store, folder: { id, name, path, server } }: CardProps) {
  if (!server) return <DoubledNotice store={store} folder={path ?? name} />;
  const write = (folder: string) => void store.places.changeFields(id, { folder });
  return <DoubledNotice store={store} folder={server.fields.folder} write={write} />;
}

/** Why clips wait for it, and the one thing to do. */
function Waiting({ store, folder }: CardProps) {
  const { t, count } = useTranslator();
  const { id, name, waiting, failure, grant, isPaused } = folder;
  const waitingText = waiting > 0 ? count('clipsWaiting', waiting) : '';
  if (isPaused) {
    return (
      <p class="notice">
        <Icon name="clock" />
        <span>
          {t('placePaused')} {waitingText}{' '}
          <button type="button" class="link" onClick={() => store.places.pause(id, false)}>
            {t('placeResume')}
          </button>
        </span>
      </p>
    );
  }
  if (grant !== 'granted') {
    return (
      <div class="notice warning">
        <Icon name="warning" />
        <p>
          {t('grantOver', name)} {waitingText}{' '}
          <button type="button" class="link" onClick={() => store.renewGrant(id)}>
            {t('renewGrant')}
          </button>
        </p>
      </div>
    );
  }
  if (waiting === 0) return null;
  return (
    <div class="notice warning">
      <Icon name="clock" />
      <p>
        {waitingText} {failure && <FailureText failure={failure} />}
      </p>
    </div>
  );
}

function Actions({ store, folder, open }: CardProps & { readonly open: (form: Open) => void }) {
  const { t } = useTranslator();
  const { id, server, isPaused } = folder;
  const { indexing, trials } = store.state.value;
  const isReading = indexing?.folderId === id && !indexing.report;
  const isTesting = trials[id]?.kind === 'busy';
  const action = (label: string, act: () => unknown, isBusy = false) => (
    <button type="button" class="link" aria-disabled={isBusy} onClick={() => !isBusy && act()}>
      {label}
    </button>
  );
  return (
    <p class="actions">
      {server && action(t('placeTest'), () => store.places.test(id), isTesting)}
      {action(t('readFolder'), () => store.readFolder(id), isReading)}
      {action(t('placeRename'), () => open('name'))}
      {server && action(t('placeChange'), () => open('fields'))}
      {!isPaused && action(t('placePause'), () => store.places.pause(id, true))}
      {server
        ? action(t('placeNewSecret'), () => open('secret'))
        : action(t('replaceFolder'), () => store.replaceFolder(id))}
      {server?.hasSecret && action(t('placeForget'), () => store.places.forgetSecret(id))}
      <button type="button" class="link" title={t('placeRemoveWhy')} onClick={() => store.disconnectFolder(id)}>
        {t(server ? 'placeRemove' : 'disconnectFolder')}
      </button>
    </p>
  );
}
