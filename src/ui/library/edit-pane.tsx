import { useEffect, useState } from 'preact/hooks';
import type { WholeClip } from '../../library/commands/delete-clips.ts';
import { draftOfContent } from '../../library/model/clip.ts';
import { InPlace } from '../shared/in-place.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

/** A clip's words as the user may change them: headline, authors, tags, notes, text. */
export function EditPane({ store, actions, whole }: LibraryProps & { readonly whole: WholeClip }) {
  const { t } = useTranslator();
  const { clip, content } = whole;
  const draft = content && draftOfContent(content);
  const [title, setTitle] = useState(clip.title);
  const [authors, setAuthors] = useState(joined(clip.authors));
  const [tags, setTags] = useState(joined(clip.tags));
  const [notes, setNotes] = useState(clip.notes);
  const [markdown, setMarkdown] = useState(draft?.markdown ?? '');
  const [isSaving, setSaving] = useState(false);

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
        onInput={setTitle}
      />
      <Line id="edit-authors" label={t('fieldAuthor')} value={authors} onInput={setAuthors} />
      <Line id="edit-tags" label={t('fieldTags')} value={tags} onInput={setTags} />
      <label class="edit-line">
        <span>{t('fieldNotes')}</span>
        <textarea class="field" rows={2} value={notes} onInput={(event) => setNotes(event.currentTarget.value)} />
      </label>
      <hr class="scissors" />
      <textarea
        class="editor"
        aria-label={t('markdownEditor')}
        value={markdown}
        lang={clip.language}
        dir={clip.direction}
        spellcheck={false}
        onInput={(event) => setMarkdown(event.currentTarget.value)}
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
          {t('cancel')}
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
