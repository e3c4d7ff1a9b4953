import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Preset } from '../../core/model/preset.ts';
import { exportPreset, importPreset, type PresetFault } from '../../core/post/presets/check-preset.ts';
import { isBuiltIn } from '../../core/post/presets/presets.ts';
import { FaultyPresets } from '../shared/faulty-presets.tsx';
import { FileButton } from '../shared/file-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { copyPreset } from './preset-edit.ts';
import { PresetEditor } from './preset-editor.tsx';
import { faultSentence } from './preset-fault.ts';
import { Section } from './section.tsx';
import type { OptionsStore } from './store.ts';

/** The user's own presets: made by copying one, or from a file. */
export function PresetsSection({ store }: { readonly store: OptionsStore }) {
  const translator = useTranslator();
  const { t } = translator;
  const { settings, presets, faulty } = store.state.value;
  const [edited, setEdited] = useState<Preset | undefined>(undefined);
  const [faults, setFaults] = useState<readonly PresetFault[]>([]);
  const own = presets.filter(({ id }) => !isBuiltIn(id));
  const chosen = presets.find(({ id }) => id === settings.preset) ?? presets[0];

  const importFile = async (file: File): Promise<void> => {
    const check = importPreset(await file.text());
    setFaults(check.ok ? [] : check.faults);
    if (!check.ok) return;
    const isTaken = presets.some(({ id }) => id === check.preset.id);
    setEdited(isTaken ? copyPreset(check.preset, presets, check.preset.label) : check.preset);
  };

  return (
    <Section id="presets" title={t('presetsHeading')}>
      <FaultyPresets labels={faulty} />
      {own.length === 0 && !edited && <p class="note">{t('presetsNone')}</p>}
      <ul class="own-presets">
        {own.map((preset) => (
          <li key={preset.id}>
            <strong>{preset.label}</strong>
            <span class="note">{preset.id}</span>
            <span class="actions">
              <button type="button" class="link" onClick={() => setEdited(preset)}>
                {t('edit')}
              </button>
              <button
                type="button"
                class="link"
                onClick={() => store.giveFile(`${preset.id}.json`, exportPreset(preset))}
              >
                {t('export')}
              </button>
              <DeleteButton label={preset.label} onDelete={() => store.removePreset(preset.id)} />
            </span>
          </li>
        ))}
      </ul>
      <div role="status">
        {store.state.value.removed.map((removed) => (
          <p class="actions" key={removed.preset.id}>
            <span class="note">{t('presetDeleted', removed.preset.label)}</span>
            <button type="button" class="link" onClick={() => store.restorePreset(removed)}>
              {t('undo')}
            </button>
          </p>
        ))}
      </div>
      {edited ? (
        <PresetEditor
          key={edited.id}
          preset={edited}
          writePost={store.writePost}
          onCancel={() => setEdited(undefined)}
          onSave={(preset) => {
            void store.savePreset(preset);
            setEdited(undefined);
          }}
        />
      ) : (
        <p class="actions">
          {chosen && (
            <button
              type="button"
              class="button"
              onClick={() => setEdited(copyPreset(chosen, presets, t('copyOf', chosen.label)))}
            >
              <Icon name="copy" />
              {t('copyPreset', chosen.label)}
            </button>
          )}
          <FileButton label={t('importPreset')} accept="application/json,.json" onFile={importFile} />
        </p>
      )}
      {faults.length > 0 && (
        <div class="notice failed" role="alert">
          <Icon name="warning" />
          <div>
            {t('importRefused')}
            <ul>
              {faults.slice(0, 8).map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>
                  {fault.path !== '' && <code>{fault.path}</code>} {faultSentence(fault, translator)}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </Section>
  );
}

interface DeleteButtonProps {
  readonly label: string;
  readonly onDelete: () => void;
}

/** Asks in its own place before anything is deleted. */
function DeleteButton({ label, onDelete }: DeleteButtonProps) {
  const { t } = useTranslator();
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button type="button" class="link" onClick={() => setAsking(true)}>
        {t('delete')}
      </button>
    );
  }
  return (
    <span role="alertdialog" aria-label={t('deletePresetAsk', label)} class="actions">
      {t('deletePresetAsk', label)}
      <button type="button" class="link" onClick={onDelete}>
        {t('delete')}
      </button>
      <button ref={keep} type="button" class="link" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </span>
  );
}
