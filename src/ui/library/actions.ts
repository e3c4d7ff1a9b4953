import type { Draft } from '../../core/model/draft.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { Translator } from '../../i18n/translator.ts';
import { deleteClips } from '../../library/commands/delete-clips.ts';
import { type DraftChange, editClip } from '../../library/commands/edit-clip.ts';
import { emptyTrash } from '../../library/commands/empty-trash.ts';
import { retryDelivery } from '../../library/commands/outbox.ts';
import { restoreClips } from '../../library/commands/restore-clips.ts';
import { restoreVersion } from '../../library/commands/restore-version.ts';
import { draftOfContent } from '../../library/model/clip.ts';
import type { ConflictChoice } from '../../library/model/delivery.ts';
import type { EditDraft } from '../../library/model/edit-draft.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import { readWholeClip } from '../../library/queries/read-whole-clip.ts';
import type { LibraryStore } from './store.ts';

/** What the page does to the library. Every one ends in a notice where it fails, never in silence. */
export type LibraryActions = ReturnType<typeof createActions>;

/** So many clips are deleted or brought back in about a second. */
const PART = 500;

export function createActions(store: LibraryStore, { t, count }: Translator) {
  const { library, changes, now, writePost, requestSites, drain } = store.ports;

  /** Does something, says what came of it, and tells the other pages which clips to look at again. */
  async function attempt(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await tell(ids);
    } catch (error) {
      store.notice.value = { text: t('notDone'), failure: toFailure(error) };
    }
  }

  async function tell(ids: readonly string[]): Promise<void> {
    await store.refresh(ids);
    changes.announce({ kind: 'clips', ids });
  }

  /** Says what was done, with the way to take it back. */
  function done(text: string, run: () => Promise<void>, isOffered = true): void {
    const step = { text, run, isOffered };
    store.undo.push(step);
    store.notice.value = { text, ...(isOffered ? { step } : {}) };
  }

  /**
   * Does something to many clips, a part of them at a time, so that the page shows how far it is and can be stopped.
   *
   * @returns what `work` returns of all parts that were done.
   */
  async function inParts(
    ids: readonly string[],
    text: string,
    work: (part: readonly string[]) => Promise<readonly string[]>,
  ): Promise<string[]> {
    const changed: string[] = [];
    const stop = new AbortController();
    try {
      for (let at = 0; at < ids.length && !stop.signal.aborted; at += PART) {
        if (ids.length > PART) {
          store.progress.value = { text, done: at, total: ids.length, cancel: () => stop.abort() };
        }
        changed.push(...(await work(ids.slice(at, at + PART))));
      }
    } finally {
      store.progress.value = undefined;
    }
    return changed;
  }

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

  async function undo(): Promise<void> {
    try {
      const step = await store.undo.undo();
      if (step) store.notice.value = { text: t('undone', step.text) };
    } catch (error) {
      store.notice.value = { text: t('notDone'), failure: toFailure(error) };
    }
  }

  function edit(clipId: string, fields: DraftChange, notes: string): Promise<void> {
    return attempt([clipId], async () => {
      const before = await readWholeClip(library, clipId);
      const edited = await editClip(library, { clipId, change: () => fields, notes, writePost, now: now() });
      await store.drafts.drop(clipId);
      store.isEditing.value = false;
      await drain();
      if (!before?.content || !edited) return;
      const draft = draftOfContent(before.content);
      const change = (): DraftChange => ({ ...draft, published: draft.published });
      const back = { clipId, change, notes: before.clip.notes, writePost };
      done(
        t('clipEdited', edited.title),
        async () => {
          await editClip(library, { ...back, now: now() });
          await tell([clipId]);
          await drain();
        },
        false,
      );
    });
  }

  /** Adds a tag to clips, or takes it from them. @returns those that are different now. */
  async function changeTag(ids: readonly string[], tag: string, isOn: boolean, signal: AbortSignal): Promise<string[]> {
    const changed: string[] = [];
    const change = ({ tags }: Draft) => ({ tags: isOn ? [...tags, tag] : tags.filter((each) => each !== tag) });
    try {
      for (const [n, clipId] of ids.entries()) {
        if (signal.aborted) break;
        store.progress.value = { text: t('tagging'), done: n, total: ids.length, cancel: () => stopping.abort() };
        if (store.libraryData.value.clips.get(clipId)?.tags.includes(tag) === isOn) continue;
        if (await editClip(library, { clipId, change, writePost, now: now() })) changed.push(clipId);
      }
    } finally {
      store.progress.value = undefined;
      await tell(changed);
    }
    return changed;
  }

  let stopping = new AbortController();

  function addTag(ids: readonly string[], tag: string): Promise<void> {
    return attempt(ids, async () => {
      stopping = new AbortController();
      const changed = await changeTag(ids, tag, true, stopping.signal);
      done(count('clipsTagged', changed.length), async () => {
        stopping = new AbortController();
        await changeTag(changed, tag, false, stopping.signal);
        await drain();
      });
      await drain();
    });
  }

  /** Makes an earlier version the newest one. */
  function restore(clipId: string, version: number): Promise<void> {
    return attempt([clipId], async () => {
      const before = store.libraryData.value.clips.get(clipId)?.version;
      await restoreVersion(library, { clipId, version, writePost, now: now() });
      await drain();
      done(t('versionRestored', String(version)), async () => {
        if (before !== undefined) await restoreVersion(library, { clipId, version: before, writePost, now: now() });
        await tell([clipId]);
        await drain();
      });
    });
  }

  /** Drops what was typed in the editor and not saved. */
  function discardDraft(draft: EditDraft): Promise<void> {
    return attempt([], async () => {
      await store.drafts.drop(draft.clipId);
      done(t('draftDiscarded'), async () => {
        store.drafts.keep(draft);
        await store.go({ clip: draft.clipId });
      });
    });
  }

  function retry(clipId: string, targetId: string, choice?: ConflictChoice): Promise<void> {
    return attempt([clipId], async () => {
      await retryDelivery(library, clipId, targetId, now(), choice);
      await drain();
    });
  }

  /** Asks for the grant first: the user gesture that allows it expires soon. */
  async function allow(folder: TargetRecord): Promise<void> {
    const grant = await store.ports.folders.requestGrant(folder);
    if (grant === 'granted') await attempt([], drain);
  }

  /** Asks for the pictures' sites, first of all, and writes the post once more with the pictures that can be had then. */
  async function fetchPictures(clipId: string, targetId: string, urls: readonly string[] = []): Promise<void> {
    if (await requestSites(urls)) await retry(clipId, targetId);
  }

  return { remove, bringBack, empty, undo, edit, addTag, restore, discardDraft, retry, fetchPictures, allow };
}
