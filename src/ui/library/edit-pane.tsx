import { useLayoutEffect, useState } from 'preact/hooks';
import { draftOfContent } from '../../library/model/clip.ts';
import type { EditFields } from '../../library/model/edit-draft.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { dateText, readDate } from '../shared/date-field.ts';
import { InPlace } from '../shared/in-place.tsx';
import { readSource, sourceText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

/** A clip's words as the user may change them: headline, authors, tags, notes, text. */
export function EditPane({ store, actions, whole }: LibraryProps & { readonly whole: WholeClip }) {
  const { t } = useTranslator();
  const { clip, content } = whole;
  const draft = content && draftOfContent(content);
  const [saved] = useState<EditFields>({
    title: clip.title,
    authors: joined(clip.authors),
    date: dateText(draft?.published),
    source: sourceText(draft?.url ?? clip.url),
    tags: joined(clip.tags),
    notes: clip.notes,
    markdown: draft?.markdown ?? '',
  });
  const [fields, setFields] = useState(store.drafts.current.value?.fields ?? saved);
  const { title, authors, tags, notes, markdown, date = saved.date ?? '', source = saved.source ?? '' } = fields;
  const published = readDate(date, draft?.published);
  const url = readSource(source, draft?.url ?? clip.url);
  const isFaulty = title.trim() === '' || published === 'invalid' || url === undefined;
  const [isSaving, setSaving] = useState(false);

  const set = (change: Partial<EditFields>): void => {
    const typed = { ...fields, ...change };
    setFields(typed);
    const isSaved = JSON.stringify(typed) === JSON.stringify(saved);
    if (isSaved) void store.drafts.drop(clip.id);
    else store.drafts.keep({ clipId: clip.id, version: clip.version, fields: typed, typedAt: store.ports.now() });
  };

  // Before the next frame: a key that follows at once belongs to the title, and is no shortcut.
  useLayoutEffect(() => document.getElementById('edit-title')?.focus(), []);

  const save = async (): Promise<void> => {
    if (title.trim() === '' || published === 'invalid' || url === undefined || isSaving) return;
    setSaving(true);
    // What was not typed stays as it is by then: another window or the popup may have changed it.
    const change = {
      ...(title === saved.title ? {} : { title: title.trim() }),
      ...(authors === saved.authors ? {} : { authors: parted(authors) }),
      ...(tags === saved.tags ? {} : { tags: parted(tags) }),
      ...(markdown === saved.markdown ? {} : { markdown }),
      ...(source === saved.source ? {} : { url }),
      ...(date === saved.date ? {} : { published }),
    };
    await actions.edit(clip.id, change, notes === saved.notes ? undefined : notes);
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
      <Line
        id="edit-date"
        label={t('fieldDate')}
        value={date}
        placeholder={t('datePlaceholder')}
        fault={published === 'invalid' ? t('dateInvalid') : undefined}
        onInput={(text) => set({ date: text })}
      />
      <Line
        id="edit-source"
        label={t('fieldSource')}
        value={source}
        fault={url === undefined ? t('sourceInvalid') : undefined}
        onInput={(text) => set({ source: text })}
      />
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
        <button type="submit" class="button primary" aria-disabled={isSaving || isFaulty}>
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
  readonly placeholder?: string;
  readonly fault?: string | undefined;
  readonly onInput: (text: string) => void;
}

function Line({ id, label, value, placeholder, fault, onInput }: LineProps) {
  return (
    <div class="edit-line">
      <label for={id}>{label}</label>
      <span>
        <input
          id={id}
          class="field"
          autocomplete="off"
          value={value}
          placeholder={placeholder}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-note`} class="note fault" role={fault ? 'alert' : undefined}>
          {fault}
        </span>
      </span>
    </div>
  );
}

function joined(names: readonly string[]): string {
  return names.join(', ');
}

function parted(text: string): string[] {
  const names = text.split(/[,，、;；]/).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
