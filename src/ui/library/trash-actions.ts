import type { Translator } from '../../i18n/translator.ts';
import { deleteClips } from '../../library/commands/delete-clips.ts';
import { emptyTrash } from '../../library/commands/empty-trash.ts';
import { restoreClips } from '../../library/commands/restore-clips.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryStore } from './store.ts';

/** Moves clips to the trash, brings them back from it, and empties it. */
export function trashActions(
  store: LibraryStore,
  { attempt, inTurn, attemptInTurn, tell, done, inParts, deliver }: Attempts,
  { t, count }: Translator,
) {
  const { library, now } = store.ports;

  type Finish = (changed: readonly string[]) => Promise<void>;

  const moveToTrash = (ids: readonly string[], finish: Finish): Promise<void> =>
    inParts(ids, { text: t('deleting') }, (part) => deleteClips(library, part, now()), finish);

  const takeOut = (ids: readonly string[], finish: Finish): Promise<void> =>
    inParts(ids, { text: t('restoringClips') }, (part) => restoreClips(library, part), finish);

  const remove = (ids: readonly string[]): Promise<void> => inTurn(() => removeNow(ids));

  function removeNow(ids: readonly string[]): Promise<void> {
    return attempt([], async () => {
      const listed = store.ids.value;
      const next = listed.slice(listed.indexOf(ids[0] ?? '')).find((id) => !ids.includes(id)) ?? '';
      await moveToTrash(ids, async (deleted) => {
        if (deleted.includes(store.view.value.clip)) await store.go({ clip: next });
        done(count('clipsDeleted', deleted.length), () =>
          takeOut(deleted, async () => {
            await tell(deleted);
            const filter = store.view.value.filter === 'trash' ? 'all' : store.view.value.filter;
            await store.go({ filter, clip: deleted[0] ?? '' });
            deliver();
          }),
        );
        await tell(deleted);
      });
    });
  }

  /** Removes the selected clips, else the one that is read then. */
  function removeChosen(): Promise<void> {
    return inTurn(async () => {
      const { filter, clip } = store.view.value;
      if (filter === 'trash') return;
      const { size } = store.selected.value;
      const ids = size > 0 ? [...store.selected.value] : [clip].filter((id) => id !== '');
      if (ids.length > 0) await removeNow(ids);
    });
  }

  /** Brings clips back from the trash. */
  function bringBack(ids: readonly string[]): Promise<void> {
    return attemptInTurn([], () =>
      takeOut(ids, async (restored) => {
        done(count('clipsRestored', restored.length), () => moveToTrash(restored, () => tell(restored)));
        await tell(restored);
        deliver();
      }),
    );
  }

  async function empty(): Promise<void> {
    const ids = [...store.libraryData.value.trash.keys()];
    if (ids.length === 0) return;
    if (!(await store.ask({ text: count('emptyTrashAsk', ids.length), confirm: t('emptyTrash') }))) return;
    await attemptInTurn(ids, async () => {
      const removed = await emptyTrash(library);
      if (ids.includes(store.view.value.clip)) await store.go({ clip: '' });
      store.notice.value = { text: count('trashEmptied', removed) };
    });
  }

  return { remove, removeChosen, bringBack, empty };
}
