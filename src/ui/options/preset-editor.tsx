import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../core/model/draft.ts';
import { BODY_FORMS, HEADERS, HIGHLIGHT_FORMS, type Preset } from '../../core/model/preset.ts';
import { SLUG_KINDS } from '../../core/model/slug-kind.ts';
import { checkPreset } from '../../core/post/presets/check-preset.ts';
import type { Post } from '../../core/post/to-post.ts';
import { useTranslator } from '../shared/translation.tsx';
import { KeyRows } from './key-rows.tsx';
import { withTimeZone } from './preset-edit.ts';
import { faultSentence } from './preset-fault.ts';
import { samplePost, sampleStory } from './sample-story.ts';
import { Row } from './section.tsx';
import { VariableHelp } from './variable-help.tsx';

interface PresetEditorProps {
  readonly preset: Preset;
  readonly writePost: (draft: Draft, preset: Preset) => Promise<Post>;
  readonly onSave: (preset: Preset) => void;
  readonly onCancel: () => void;
}

/** What each part of the editor has: the preset as edited, how to change it, and the fault of each field in words. */
interface EditedPreset {
  readonly edited: Preset;
  readonly set: (change: Partial<Preset>) => void;
  readonly sentence: (field: string) => string | undefined;
}

/** A preset's fields with the faults beside them, and what it makes of a sample story. */
export function PresetEditor({ preset, writePost, onSave, onCancel }: PresetEditorProps) {
  const translator = useTranslator();
  const { t } = translator;
  const [edited, setEdited] = useState(preset);
  const check = checkPreset(edited);
  const faults = check.ok ? [] : check.faults;
  const sentence = (field: string): string | undefined => {
    const fault = faults.find(({ path }) => path === field);
    return fault && faultSentence(fault, translator);
  };
  const set = (change: Partial<Preset>): void => setEdited((before) => ({ ...before, ...change }));
  const parts: EditedPreset = { edited, set, sentence };

  return (
    <div class="editor-pane">
      <div class="editor-fields">
        <NameFields {...parts} />
        <VariableHelp />
        <Choices {...parts} />
        {edited.header !== 'none' && <KeyRows preset={edited} sentence={sentence} onChange={setEdited} />}
        <Row for="preset-opening" label={t('opening')} fault={sentence('opening')} hint={t('openingHint')}>
          <textarea
            rows={3}
            {...textProps(parts, 'opening', 'code')}
            onInput={(event) => set({ opening: event.currentTarget.value })}
          />
        </Row>
        <Row for="preset-zone" label={t('timeZone')} hint={t('timeZoneHint')} fault={sentence('timeZone')}>
          <input
            id="preset-zone"
            class="field"
            value={edited.timeZone ?? ''}
            spellcheck={false}
            aria-invalid={sentence('timeZone') !== undefined}
            aria-describedby="preset-zone-note"
            onInput={(event) => setEdited(withTimeZone(edited, event.currentTarget.value.trim()))}
          />
        </Row>
        <ImageFields {...parts} />
        <p class="actions">
          <button
            type="button"
            class="button primary"
            aria-disabled={!check.ok}
            onClick={() => check.ok && onSave(check.preset)}
          >
            {t('savePreset')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </p>
      </div>
      <figure class="sample">
        <figcaption class="note">{t('sampleHeading')}</figcaption>
        {check.ok ? (
          <Sample preset={check.preset} writePost={writePost} />
        ) : (
          <p class="note fault">{t('sampleFaulty')}</p>
        )}
      </figure>
    </div>
  );
}

/** The attributes of a text field and its label's id. */
function textProps({ edited, sentence }: EditedPreset, field: 'label' | 'path' | 'opening', look: 'code' | '') {
  return {
    id: `preset-${field}`,
    class: `field ${look}`.trim(),
    value: edited[field],
    spellcheck: false,
    'aria-invalid': sentence(field) !== undefined,
    'aria-describedby': `preset-${field}-note`,
  };
}

/** What the preset is called, and where its posts are written. */
function NameFields(parts: EditedPreset) {
  const { t } = useTranslator();
  const { edited, set, sentence } = parts;
  const label = useRef<HTMLInputElement>(null);
  // Before the next frame: a key that follows at once belongs to the field.
  useLayoutEffect(() => label.current?.focus(), []);
  return (
    <>
      <Row for="preset-label" label={t('presetLabel')} fault={sentence('label')} hint={edited.id}>
        <input
          ref={label}
          {...textProps(parts, 'label', '')}
          onInput={(event) => set({ label: event.currentTarget.value })}
        />
      </Row>
      <Row for="preset-path" label={t('filePattern')} fault={sentence('path')} hint={t('templateHint')}>
        <input {...textProps(parts, 'path', 'code')} onInput={(event) => set({ path: event.currentTarget.value })} />
      </Row>
    </>
  );
}

function Choices({ edited, set }: EditedPreset) {
  const { t } = useTranslator();
  return (
    <div class="row-pair">
      <Choice
        id="preset-slug"
        label={t('slugKind')}
        value={edited.slug}
        options={SLUG_KINDS}
        name={(kind) => t(`slug_${kind}`)}
        onChange={(slug) => set({ slug })}
      />
      <Choice
        id="preset-header"
        label={t('headerKind')}
        value={edited.header}
        options={HEADERS}
        name={(kind) => t(`header_${kind}`)}
        onChange={(header) => set({ header })}
      />
      <Choice
        id="preset-body"
        label={t('bodyForm')}
        value={edited.body}
        options={BODY_FORMS}
        name={(form) => t(`body_${form}`)}
        onChange={(body) => set({ body })}
      />
      <Choice
        id="preset-highlights"
        label={t('highlightForm')}
        value={edited.highlights ?? 'none'}
        options={HIGHLIGHT_FORMS}
        name={(form) => t(`highlights_${form}`)}
        onChange={(highlights) => set({ highlights })}
      />
    </div>
  );
}

/** Whether pictures are stored beside the post, and under which names. */
function ImageFields({ edited, set, sentence }: EditedPreset) {
  const { t } = useTranslator();
  const { images } = edited;
  const field = (name: 'file' | 'link') => (
    <Row
      for={`preset-image-${name}`}
      label={t(name === 'file' ? 'imageFile' : 'imageLink')}
      fault={sentence(`images.${name}`)}
    >
      <input
        id={`preset-image-${name}`}
        class="field code"
        value={images[name]}
        spellcheck={false}
        aria-describedby={`preset-image-${name}-note`}
        onInput={(event) => set({ images: { ...images, [name]: event.currentTarget.value } })}
      />
    </Row>
  );
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={images.download}
          onChange={(event) => set({ images: { ...images, download: event.currentTarget.checked } })}
        />
        {t('imagesDownload')}
      </label>
      {images.download && field('file')}
      {images.download && field('link')}
    </>
  );
}

interface SampleProps {
  readonly preset: Preset;
  readonly writePost: PresetEditorProps['writePost'];
}

function Sample({ preset, writePost }: SampleProps) {
  const { language } = useTranslator();
  const [post, setPost] = useState(() => samplePost(preset, language));
  useEffect(() => {
    let isCurrent = true;
    // Spelling in pinyin takes a table, which is fetched first.
    void writePost(sampleStory(language), preset).then((written) => isCurrent && setPost(written));
    return () => {
      isCurrent = false;
    };
  }, [preset, writePost, language]);
  const { path, text } = post;
  return (
    <>
      <p class="sample-path">{path}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ id, label, value, options, name, onChange }: ChoiceProps<Value>) {
  return (
    <Row for={id} label={label}>
      <select
        id={id}
        class="field"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </Row>
  );
}
