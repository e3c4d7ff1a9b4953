import { useEffect, useState } from 'preact/hooks';
import { draftOfContent } from '../../library/model/clip.ts';
import type { EditFields } from '../../library/model/edit-draft.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { InPlace } from '../shared/in-place.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

/** A clip's words as the user may change them: headline, authors, tags, notes, text. */
export function EditPane({ store, actions, whole }: LibraryProps & { readonly whole: WholeClip }) {
  const { t } = useTranslator();
  const { clip, content } = whole;
  const draft = content && draftOfContent(content);
  const saved: EditFields = {
    title: clip.title,
    authors: joined(clip.authors),
    tags: joined(clip.tags),
    notes: clip.notes,
    markdown: draft?.markdown ?? '',
  };
  const [fields, setFields] = useState(store.drafts.current.value?.fields ?? saved);
  const { title, authors, tags, notes, markdown } = fields;
  const [isSaving, setSaving] = useState(false);

  const set = (change: Partial<EditFields>): void => {
    const typed = { ...fields, ...change };
    setFields(typed);
    const isSaved = JSON.stringify(typed) === JSON.stringify(saved);
    if (isSaved) void store.drafts.drop(clip.id);
    else store.drafts.keep({ clipId: clip.id, version: clip.version, fields: typed, typedAt: store.ports.now() });
  };

  useEffect(() => document.getElementById('edit-title')?.focus(), []);

  const save = async (): Promise<void> => {
    if (title.trim() === '' || isSaving) return;
    setSaving(true);
    await actions.edit(clip.id, { title: title.trim(), authors: parted(authors), tags: parted(tags), markdown }, notes);
    setSaving(false);
  };
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <InPlace
        id="edit-title"
        class="headline"
        multiline
        label={t('fieldTitle')}
        value={title}
        placeholder={t('titlePlaceholder')}
        lang={clip.language}
        dir={clip.direction}
        isFaulty={title.trim() === ''}
        onInput={(text) => set({ title: text })}
      />
      <Line id="edit-authors" label={t('fieldAuthor')} value={authors} onInput={(text) => set({ authors: text })} />
      <Line id="edit-tags" label={t('fieldTags')} value={tags} onInput={(text) => set({ tags: text })} />
      <label class="edit-line">
        <span>{t('fieldNotes')}</span>
        <textarea class="field" rows={2} value={notes} onInput={(event) => set({ notes: event.currentTarget.value })} />
      </label>
      <hr class="scissors" />
      <textarea
        class="editor"
        aria-label={t('markdownEditor')}
        value={markdown}
        lang={clip.language}
        dir={clip.direction}
        spellcheck={false}
        onInput={(event) => set({ markdown: event.currentTarget.value })}
      />
      <div class="edit-buttons">
        <button type="submit" class="button primary" aria-disabled={isSaving || title.trim() === ''}>
          {isSaving ? t('saving') : t('save')}
        </button>
        <button
          type="button"
          class="button plain"
          onClick={() => {
            store.isEditing.value = false;
          }}
        >
          {t('close')}
        </button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
}

function Line({ id, label, value, onInput }: LineProps) {
  return (
    <label class="edit-line" for={id}>
      <span>{label}</span>
      <input
        id={id}
        class="field"
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

function joined(names: readonly string[]): string {
  return names.join(', ');
}

function parted(text: string): string[] {
  const names = text.split(/[,，、;；]/).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
