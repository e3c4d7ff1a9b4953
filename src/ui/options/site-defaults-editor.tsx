import { useState } from 'preact/hooks';
import type { FolderState } from '../../app/connected-targets.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { SiteDefaults } from '../../core/model/site-defaults.ts';
import { readTag } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import { PlacesField } from './places-field.tsx';
import { Row } from './section.tsx';
import { readPlaces } from './site-fields.ts';

interface SiteDefaultsEditorProps {
  readonly defaults: SiteDefaults;
  readonly presets: readonly Preset[];
  readonly folders: readonly Pick<FolderState, 'id' | 'name'>[];
  readonly onSave: (defaults: SiteDefaults) => void;
  readonly onCancel: () => void;
}

/** How the posts of a site are written, and where they go. */
export function SiteDefaultsEditor({ defaults, presets, folders, onSave, onCancel }: SiteDefaultsEditorProps) {
  const { t } = useTranslator();
  const [places, setPlaces] = useState(defaults.places.join(', '));
  const [preset, setPreset] = useState(defaults.preset ?? '');
  const [tags, setTags] = useState((defaults.tags ?? []).join(', '));
  const [target, setTarget] = useState(defaults.target ?? '');
  const sites = readPlaces(places);
  const read = [...new Set(tags.split(/[,，、;；]/).map(readTag))].filter((tag) => tag !== '');
  const targets = [{ id: 'downloads', name: t('placeDownloads') }, ...folders];
  const isGone = target !== '' && !targets.some(({ id }) => id === target);
  const isEmpty = preset === '' && target === '' && read.length === 0;
  return (
    <form
      class="site-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (!sites || isEmpty) return;
        onSave({
          places: sites,
          ...(preset === '' ? {} : { preset }),
          ...(read.length === 0 ? {} : { tags: read }),
          ...(target === '' ? {} : { target }),
        });
      }}
    >
      <PlacesField places={places} onInput={setPlaces} />
      <Row for="site-preset" label={t('preset')}>
        <select
          id="site-preset"
          class="field"
          value={preset}
          onChange={(event) => setPreset(event.currentTarget.value)}
        >
          <option value="">{t('asInSettings')}</option>
          {presets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Row>
      <Row for="site-tags" label={t('fieldTags')} hint={t('siteTagsHint')}>
        <input
          id="site-tags"
          class="field"
          value={tags}
          aria-describedby="site-tags-note"
          onInput={(event) => setTags(event.currentTarget.value)}
        />
      </Row>
      <Row for="site-target" label={t('placeHeading')} fault={isGone ? t('siteTargetGone') : undefined}>
        <select
          id="site-target"
          class="field"
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        >
          <option value="">{t('asInSettings')}</option>
          {targets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {isGone && <option value={target}>{t('siteTargetGone')}</option>}
        </select>
      </Row>
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={!sites || isEmpty}>
          {t('save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
