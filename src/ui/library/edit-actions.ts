import type { Draft } from '../../core/model/draft.ts';
import type { Translator } from '../../i18n/translator.ts';
import { type DraftChange, editClip } from '../../library/commands/edit-clip.ts';
import { editClips } from '../../library/commands/edit-clips.ts';
import { restoreVersion } from '../../library/commands/restore-version.ts';
import { draftOfContent } from '../../library/model/clip.ts';
import type { EditDraft } from '../../library/model/edit-draft.ts';
import { readWholeClip } from '../../library/queries/read-whole-clip.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryStore } from './store.ts';

/** So many are tagged in about half a second: a version, a post and deliveries are written for each. */
const TAGGED_AT_ONCE = 200;

/** Changes what clips hold: fields, text, notes, tags, an earlier version made the newest. */
export function editActions(
  store: LibraryStore,
  { attempt, attemptInTurn, tell, done, inParts, deliver }: Attempts,
  { t, count }: Translator,
) {
  const { library, now, writePost } = store.ports;

  /** @param notes Undefined: as they are. */
  function edit(clipId: string, fields: DraftChange, notes: string | undefined): Promise<void> {
    return attemptInTurn([clipId], async () => {
      const before = await readWholeClip(library, clipId);
      const noted = notes === undefined ? {} : { notes };
      const edited = await editClip(library, { clipId, change: () => fields, ...noted, writePost, now: now() });
      await store.drafts.drop(clipId);
      store.isEditing.value = false;
      deliver();
      if (!before?.content || !edited) return;
      const draft = draftOfContent(before.content);
      const change = (): DraftChange => ({ ...draft, published: draft.published });
      const back = { clipId, change, notes: before.clip.notes, writePost };
      done(
        t('clipEdited', edited.title),
        async () => {
          await editClip(library, { ...back, now: now() });
          await tell([clipId]);
          deliver();
        },
        false,
      );
    });
  }

  /** Adds a tag to clips, or takes it from them; `finish` gets those that are different now. */
  function changeTag(
    ids: readonly string[],
    tag: string,
    isOn: boolean,
    finish: (changed: readonly string[]) => void,
  ): Promise<void> {
    const change = ({ tags }: Draft): DraftChange | undefined => {
      if (tags.includes(tag) === isOn) return undefined;
      return { tags: isOn ? [...tags, tag] : tags.filter((each) => each !== tag) };
    };
    const work = (clipIds: readonly string[]) => editClips(library, { clipIds, change, writePost, now: now() });
    return inParts(ids, { text: t('tagging'), size: TAGGED_AT_ONCE }, work, async (changed) => {
      finish(changed);
      await tell(changed);
      deliver();
    });
  }

  function addTag(ids: readonly string[], tag: string): Promise<void> {
    return attemptInTurn([], () =>
      changeTag(ids, tag, true, (changed) =>
        done(count('clipsTagged', changed.length), () => changeTag(changed, tag, false, () => {})),
      ),
    );
  }

  /** Makes an earlier version the newest one. */
  function restore(clipId: string, version: number): Promise<void> {
    return attemptInTurn([clipId], async () => {
      const before = store.libraryData.value.clips.get(clipId)?.version;
      await restoreVersion(library, { clipId, version, writePost, now: now() });
      deliver();
      done(t('versionRestored', String(version)), async () => {
        if (before !== undefined) await restoreVersion(library, { clipId, version: before, writePost, now: now() });
        await tell([clipId]);
        deliver();
      });
    });
  }

  /** Opens the editor on the clip that is read, with what was typed last; refused while another window edits the clip. */
  function openEditor(): Promise<void> {
    return attempt([], async () => {
      const { clip } = store.view.value;
      await store.drafts.claim(clip);
      if (store.view.value.clip === clip) store.isEditing.value = true;
      else await store.drafts.release();
    });
  }

  /** Drops what was typed in the editor and not saved. */
  function discardDraft(draft: EditDraft): Promise<void> {
    return attemptInTurn([], async () => {
      await store.drafts.claim(draft.clipId);
      // Another window may have typed more since it was shown.
      const last = store.drafts.current.value ?? draft;
      await store.drafts.drop(draft.clipId);
      await store.drafts.release();
      done(t('draftDiscarded'), async () => {
        store.isEditing.value = false;
        await store.go({ clip: draft.clipId });
        await store.drafts.claim(draft.clipId);
        store.drafts.keep(last);
        await store.drafts.release();
      });
    });
  }

  return { edit, addTag, restore, openEditor, discardDraft };
}
