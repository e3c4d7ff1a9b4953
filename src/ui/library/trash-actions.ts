import type { Translator } from '../../i18n/translator.ts';
import { deleteClips } from '../../library/commands/delete-clips.ts';
import { emptyTrash } from '../../library/commands/empty-trash.ts';
import { restoreClips } from '../../library/commands/restore-clips.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryStore } from './store.ts';

/** Moves clips to the trash, brings them back from it, and empties it. */
export function trashActions(
  store: LibraryStore,
  { attempt, tell, done, inParts }: Attempts,
  { t, count }: Translator,
) {
  const { library, now, drain } = store.ports;

  function remove(ids: readonly string[]): Promise<void> {
    return attempt(ids, async () => {
      const listed = store.ids.value;
      const next = listed.slice(listed.indexOf(ids[0] ?? '')).find((id) => !ids.includes(id)) ?? '';
      const deleted = await inParts(ids, t('deleting'), (part) => deleteClips(library, part, now()));
      if (ids.includes(store.view.value.clip)) await store.go({ clip: next });
      done(count('clipsDeleted', deleted.length), async () => {
        await inParts(deleted, t('restoringClips'), (part) => restoreClips(library, part));
        await tell(deleted);
        const filter = store.view.value.filter === 'trash' ? 'all' : store.view.value.filter;
        await store.go({ filter, clip: deleted[0] ?? '' });
        await drain();
      });
    });
  }

  /** Brings clips back from the trash. */
  function bringBack(ids: readonly string[]): Promise<void> {
    return attempt(ids, async () => {
      const restored = await inParts(ids, t('restoringClips'), (part) => restoreClips(library, part));
      done(count('clipsRestored', restored.length), async () => {
        await inParts(restored, t('deleting'), (part) => deleteClips(library, part, now()));
        await tell(restored);
      });
      await drain();
    });
  }

  async function empty(): Promise<void> {
    const ids = [...store.libraryData.value.trash.keys()];
    if (ids.length === 0) return;
    if (!(await store.ask({ text: count('emptyTrashAsk', ids.length), confirm: t('emptyTrash') }))) return;
    await attempt(ids, async () => {
      const removed = await emptyTrash(library);
      if (ids.includes(store.view.value.clip)) await store.go({ clip: '' });
      store.notice.value = { text: count('trashEmptied', removed) };
    });
  }

  return { remove, bringBack, empty };
}
