import type { Draft } from '../../core/model/draft.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { Translator } from '../../i18n/translator.ts';
import { deleteClips, restoreClips } from '../../library/commands/delete-clips.ts';
import { editClip } from '../../library/commands/edit-clip.ts';
import { retryDelivery } from '../../library/commands/outbox.ts';
import type { ConflictChoice } from '../../library/model/delivery.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import type { LibraryStore } from './store.ts';

/** What the page does to the library. Every one ends in a notice where it fails, never in silence. */
export type LibraryActions = ReturnType<typeof createActions>;

export function createActions(store: LibraryStore, { t, count }: Translator) {
  const { library, changes, now, writePost, requestSites, drain } = store.ports;

  /** Does something, says what came of it, and tells the other pages which clips to look at again. */
  async function attempt(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await store.refresh(ids);
      changes.announce({ kind: 'clips', ids });
    } catch (error) {
      store.notice.value = { text: t('notDone'), failure: toFailure(error) };
    }
  }

  function remove(ids: readonly string[]): Promise<void> {
    return attempt(ids, async () => {
      const listed = store.ids.value;
      const next = listed.slice(listed.indexOf(ids[0] ?? '')).find((id) => !ids.includes(id)) ?? '';
      const deleted = await deleteClips(library, ids);
      if (ids.includes(store.view.value.clip)) await store.go({ clip: next });
      const undo = (): Promise<void> =>
        attempt(ids, async () => {
          await restoreClips(library, deleted);
          store.notice.value = undefined;
          await store.go({ clip: ids[0] ?? '' });
        });
      store.notice.value = { text: count('clipsDeleted', deleted.length), undo };
    });
  }

  function edit(clipId: string, fields: Partial<Draft>, notes: string): Promise<void> {
    return attempt([clipId], async () => {
      await editClip(library, { clipId, change: () => fields, notes, writePost, now: now() });
      store.isEditing.value = false;
      await drain();
    });
  }

  function addTag(ids: readonly string[], tag: string): Promise<void> {
    return attempt(ids, async () => {
      const change = ({ tags }: Draft) => ({ tags: tags.includes(tag) ? tags : [...tags, tag] });
      for (const clipId of ids) await editClip(library, { clipId, change, writePost, now: now() });
      store.notice.value = { text: count('clipsTagged', ids.length) };
      await drain();
    });
  }

  function retry(clipId: string, targetId: string, choice?: ConflictChoice): Promise<void> {
    return attempt([clipId], async () => {
      await retryDelivery(library, clipId, targetId, now(), choice);
      await drain();
    });
  }

  /** The grant is asked for first of all: the press that allows it is soon used up. */
  async function allow(folder: TargetRecord): Promise<void> {
    const grant = await store.ports.folders.requestGrant(folder);
    if (grant === 'granted') await attempt([], drain);
  }

  /** Asks for the pictures' sites, first of all, and writes the post once more with the pictures that can be had then. */
  async function fetchPictures(clipId: string, targetId: string, urls: readonly string[] = []): Promise<void> {
    if (await requestSites(urls)) await retry(clipId, targetId);
  }

  return {
    remove,
    undo: async () => store.notice.value?.undo?.(),
    edit,
    addTag,
    retry,
    fetchPictures,
    allow,
  };
}
