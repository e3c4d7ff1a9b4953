import type { FolderState } from '../../app/connected-targets.ts';
import { Icon } from '../shared/icon.tsx';
import { leftoversText } from '../shared/leftovers-text.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { Indexing, OptionsStore } from './store.ts';

/** A folder that the user chose: whether posts go there, whether they can, and what is in it. */
export function FolderCard({ store, folder }: { readonly store: OptionsStore; readonly folder: FolderState }) {
  const { t, count, day } = useTranslator();
  const { settings, indexing } = store.state.value;
  const isReading = indexing?.folderId === folder.id && !indexing.report;
  return (
    <li>
      <label class="choice">
        <input
          type="radio"
          name="target"
          checked={settings.target === folder.id}
          onChange={() => store.change({ target: folder.id })}
        />
        <span>
          <strong>{folder.name}</strong>
          {folder.path !== undefined && <span class="note">{t('companionFolder', folder.path)}</span>}
          <span class="note">
            {folder.indexedAt === undefined
              ? t('folderNotRead')
              : `${count('folderPosts', folder.posts)} · ${t('folderReadOn', day(folder.indexedAt))}`}
          </span>
        </span>
      </label>
      {folder.grant !== 'granted' && (
        <div class="notice warning">
          <Icon name="warning" />
          <p>
            {t('grantOver', folder.name)} {folder.waiting > 0 && count('clipsWaiting', folder.waiting)}{' '}
            <button type="button" class="link" onClick={() => store.renewGrant(folder.id)}>
              {t('renewGrant')}
            </button>
          </p>
        </div>
      )}
      {folder.grant === 'granted' && folder.waiting > 0 && (
        <p class="notice warning">
          <Icon name="clock" />
          {count('clipsWaiting', folder.waiting)}
        </p>
      )}
      {indexing?.folderId === folder.id && <IndexState indexing={indexing} />}
      <p class="actions">
        <button type="button" class="link" aria-disabled={isReading} onClick={() => store.readFolder(folder.id)}>
          {t('readFolder')}
        </button>
        <button type="button" class="link" onClick={() => store.replaceFolder(folder.id)}>
          {t('replaceFolder')}
        </button>
        <button type="button" class="link" onClick={() => store.disconnectFolder(folder.id)}>
          {t('disconnectFolder')}
        </button>
      </p>
    </li>
  );
}

function IndexState({ indexing }: { readonly indexing: Indexing }) {
  const translator = useTranslator();
  const { t, count } = translator;
  const { progress, report, cancel } = indexing;
  if (report) {
    return (
      <p class="notice" role="status">
        <Icon name="check" />
        <span>
          {count('folderFound', report.posts)} {count('clipsAdded', report.adopted)}
          {report.unreadable.length > 0 && ` ${count('folderUnreadable', report.unreadable.length)}`}{' '}
          {leftoversText(translator, report.leftovers)}
        </span>
      </p>
    );
  }
  return (
    <div class="notice" role="status">
      <Icon name="clock" />
      <progress value={progress?.done} max={progress?.total ?? 1} aria-label={t('readingFolder')} />
      <span class="figures">{progress ? `${progress.done} / ${progress.total}` : t('readingFolder')}</span>
      <button type="button" class="link" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
