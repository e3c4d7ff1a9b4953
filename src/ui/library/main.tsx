import { effect } from '@preact/signals';
import { askBackground } from '../../app/ask-background.ts';
import { companion } from '../../app/companion.ts';
import { importFolder, refreshIndex } from '../../app/import-folder.ts';
import { network } from '../../app/network.ts';
import { requestTargetGrant, targetGrant } from '../../app/target-grant.ts';
import { writeClipPost } from '../../app/write-clip-post.ts';
import { toFailure } from '../../core/model/failure.ts';
import { kindOf, openDirectory } from '../../delivery/targets/target-kinds.ts';
import type { Translator } from '../../i18n/translator.ts';
import { purgeTrash } from '../../library/commands/empty-trash.ts';
import { dropStaleIncoming } from '../../library/commands/incoming.ts';
import { getTarget } from '../../library/queries/targets.ts';
import { openChanges } from '../../library/store/changes.ts';
import { type Library, openLibrary } from '../../library/store/database.ts';
import { keepStorage, storageEstimate } from '../../library/store/storage-estimate.ts';
import { showDownload } from '../../platform/downloads.ts';
import { lookAfterOutbox } from '../../platform/outbox-alarm.ts';
import { openPage } from '../../platform/pages.ts';
import { requestSites } from '../../platform/permissions.ts';
import { tryLock } from '../../platform/try-lock.ts';
import { backUpSettings, restoreSettings } from '../../settings/restore-settings.ts';
import { loadSettings } from '../../settings/store.ts';
import { giveFile } from '../shared/give-file.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { createActions } from './actions.ts';
import { joinRefreshes } from './join-refreshes.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { LibraryPage } from './page.tsx';
import type { LibraryPorts } from './ports.ts';
import { createLibraryStore, type LibraryStore } from './store.ts';
import { createTransfer } from './transfer.ts';
import { isSamePlace, viewOfHash } from './view.ts';
import { watchFolders } from './watch-folders.ts';
import '../shared/page.css';
import './library.css';

async function open(): Promise<void> {
  const settings = await loadSettings();
  const translator = await loadTranslator(settings.language);
  const library = openLibrary();
  const newId = (): string => crypto.randomUUID();
  const ports: LibraryPorts = {
    library,
    changes: openChanges(),
    now: Date.now,
    newId,
    claimEditing: (clipId) => tryLock(`jianbao-edit ${clipId}`),
    folders: {
      directoryOf: (record) => openDirectory(record, { companion, network }),
      watch: (record, onChange) => kindOf(record).watch?.(record, onChange),
      grantOf: ({ access }) => targetGrant(access),
      requestGrant: ({ access }) => requestTargetGrant(access),
      import: (record, onProgress, signal) =>
        importFolder({ library, now: Date.now, newId, onProgress }, record, settings.preset, signal),
      refreshIndex: (record) => refreshIndex(library, record, Date.now),
    },
    drain: () => {
      lookAfterOutbox(Date.now());
      return askBackground('drain', true);
    },
    writePost: writeClipPost,
    requestSites,
    giveFile,
    showDownload: (reference) => showDownload(Number(reference)),
    openOptions: () => void openPage('options'),
    openBatch: () => void openPage('batch'),
    readSettings: backUpSettings,
    applySettings: (backedUp) => restoreSettings(backedUp, async (id) => (await getTarget(library, id)) !== undefined),
  };
  const store = createLibraryStore(ports);
  const actions = createActions(store, translator);
  const transfer = createTransfer(store, translator);

  followAddress(store);
  listenToKeys(store, actions);
  watchFolders(store);
  const refresh = joinRefreshes(store.refresh);
  ports.changes.listen(({ kind, ids }) => {
    if (kind !== 'jobs') void (ids.length === 0 ? store.load() : refresh(ids));
  });
  mountPage(
    <LibraryPage store={store} actions={actions} transfer={transfer} />,
    translator,
    `${translator.t('library')} · ${translator.t('extensionShortName')}`,
  );
  try {
    await store.load();
    await tidyUp(library);
    await lookAfterStorage(store, translator);
  } catch (error) {
    store.phase.value = toFailure(error);
  }
}

/** Removes what has been in the trash for 30 days, and what restores left that never came to an end. */
async function tidyUp(library: Library): Promise<void> {
  await purgeTrash(library, Date.now());
  await dropStaleIncoming(library, Date.now());
}

/** Once there is something to lose: asks for it to be kept, and says when room runs short. */
async function lookAfterStorage(store: LibraryStore, { t }: Translator): Promise<void> {
  if (store.libraryData.value.clips.size === 0) return;
  await keepStorage(navigator.storage);
  if ((await storageEstimate(navigator.storage)).isShort) store.notice.value = { text: t('storageShort') };
}

/** The address says what is shown. Another filter is a step that Back undoes; a letter of a search, or the next clip, is not a step. */
function followAddress(store: LibraryStore): void {
  const read = (): void => void store.go(viewOfHash(location.hash));
  read();
  addEventListener('popstate', read);
  effect(() => {
    const { hash } = store;
    if (hash.value === location.hash) return;
    const address = hash.value === '' ? location.pathname : hash.value;
    if (isSamePlace(viewOfHash(location.hash), store.view.value)) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  });
}

void open();
