import { effect } from '@preact/signals';
import { toFailure } from '../../core/model/failure.ts';
import { indexFolder } from '../../delivery/targets/folder/index-folder.ts';
import { watchFolder } from '../../delivery/targets/folder/watch-folder.ts';
import { isPicked } from '../../library/model/folder.ts';
import type { LibraryStore } from './store.ts';

/**
 * Keeps what is known of the connected folders in step while the page is open: at once where the browser tells of
 * changes, else whenever the page is shown again.
 */
export function watchFolders(store: LibraryStore): void {
  const { library, folders, now } = store.ports;
  let stop: (() => void)[] = [];

  async function look(folderId: string): Promise<void> {
    const folder = store.libraryData.value.folders.find(({ id }) => id === folderId);
    if (!folder || (await folders.grantOf(folder)) !== 'granted') return;
    try {
      await indexFolder(
        { library, folderId, directory: folders.directoryOf(folder), now },
        new AbortController().signal,
      );
    } catch (error) {
      // The page works without; whoever writes to the folder next says what is wrong with it.
      console.warn('A folder could not be looked through.', folder.name, toFailure(error));
    }
  }

  const ids = (): string[] => store.libraryData.value.folders.map(({ id }) => id);
  let watched = '';
  effect(() => {
    if (ids().join() === watched) return;
    watched = ids().join();
    for (const end of stop) end();
    const picked = store.libraryData.value.folders.flatMap((folder) => (isPicked(folder) ? [folder] : []));
    stop = picked.map(({ id, handle }) => watchFolder(handle, () => void look(id)));
    for (const id of ids()) void look(id);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') for (const id of ids()) void look(id);
  });
}
