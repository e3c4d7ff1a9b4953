import { useState } from 'preact/hooks';
import { checkPreset } from '../../core/post/presets/check-preset.ts';
import { isBuiltIn } from '../../core/post/presets/presets.ts';
import { useTranslator } from '../shared/translation.tsx';
import { withTimeZone } from './preset-edit.ts';
import { faultSentence } from './preset-fault.ts';
import { PresetPlaces } from './preset-places.tsx';
import { samplePost } from './sample-story.ts';
import { Row, Section } from './section.tsx';
import type { OptionsStore } from './store.ts';

/** Offered as one types. */
const ZONES = Intl.supportedValuesOf('timeZone');

/** As what posts are written: the preset, its file name, and the zone where its program needs one. */
export function FormSection({ store }: { readonly store: OptionsStore }) {
  const { t } = useTranslator();
  const { settings, presets } = store.state.value;
  const preset = presets.find(({ id }) => id === settings.preset) ?? presets[0];
  if (!preset) return null;
  return (
    <Section id="form" title={t('formHeading')}>
      <Row for="preset" label={t('preset')} hint={t('presetHint')}>
        <select
          id="preset"
          class="field"
          value={preset.id}
          aria-describedby="preset-note"
          onChange={(event) => store.change({ preset: event.currentTarget.value })}
        >
          {presets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Row>
      <PresetPlaces store={store} presetId={preset.id} />
      {isBuiltIn(preset.id) && <BuiltInRows key={preset.id} store={store} presetId={preset.id} />}
    </Section>
  );
}

/** What can be set on a built-in preset without copying it. */
function BuiltInRows({ store, presetId }: { readonly store: OptionsStore; readonly presetId: string }) {
  const translator = useTranslator();
  const { t } = translator;
  const preset = store.state.value.presets.find(({ id }) => id === presetId);
  const [path, setPath] = useState(preset?.path ?? '');
  const [zone, setZone] = useState(preset?.timeZone ?? '');
  if (!preset) return null;
  const check = checkPreset(withTimeZone({ ...preset, path }, zone));
  const faults = check.ok ? [] : check.faults;
  const sentence = (field: string): string | undefined => {
    const fault = faults.find(({ path: at }) => at === field);
    return fault && faultSentence(fault, translator);
  };
  const keep = (): void => {
    if (check.ok) void store.changeBuiltIn(presetId, { path, timeZone: zone });
  };
  return (
    <>
      <Row
        for="path-pattern"
        label={t('filePattern')}
        fault={sentence('path')}
        hint={
          <>
            {t('forExample')} <code>{check.ok ? samplePost(check.preset, translator.language).path : ''}</code>
          </>
        }
      >
        <input
          id="path-pattern"
          class="field code"
          value={path}
          spellcheck={false}
          aria-invalid={sentence('path') !== undefined}
          aria-describedby="path-pattern-note"
          onInput={(event) => setPath(event.currentTarget.value)}
          onBlur={keep}
        />
      </Row>
      {presetId === 'hexo' && (
        <Row for="time-zone" label={t('timeZone')} hint={t('timeZoneHint')} fault={sentence('timeZone')}>
          <input
            id="time-zone"
            class="field"
            list="time-zones"
            value={zone}
            spellcheck={false}
            aria-invalid={sentence('timeZone') !== undefined}
            aria-describedby="time-zone-note"
            onInput={(event) => setZone(event.currentTarget.value)}
            onBlur={keep}
          />
          <datalist id="time-zones">
            {ZONES.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Row>
      )}
    </>
  );
}
