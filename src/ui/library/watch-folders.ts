import { effect } from '@preact/signals';
import { toFailure } from '../../core/model/failure.ts';
import type { LibraryStore } from './store.ts';

/**
 * Keeps what is known of the connected folders in step while the page is open: at once where the browser tells of
 * changes, else whenever the page is shown again.
 */
export function watchFolders(store: LibraryStore): void {
  const { folders } = store.ports;
  let stop: (() => void)[] = [];

  async function look(folderId: string): Promise<void> {
    const folder = store.libraryData.value.folders.find(({ id }) => id === folderId);
    if (!folder || (await folders.grantOf(folder)) !== 'granted') return;
    try {
      await folders.refreshIndex(folder);
    } catch (error) {
      // The page works without; the next write to the folder reports what is wrong with it.
      console.warn('A folder could not be looked through.', folder.name, toFailure(error));
    }
  }

  const ids = (): string[] => store.libraryData.value.folders.map(({ id }) => id);
  let watched = '';
  effect(() => {
    if (ids().join() === watched) return;
    watched = ids().join();
    for (const end of stop) end();
    stop = store.libraryData.value.folders.flatMap((folder) => folders.watch(folder, () => void look(folder.id)) ?? []);
    for (const id of ids()) void look(id);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') for (const id of ids()) void look(id);
  });
}
