import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../shared/icon.tsx';
import { Later } from '../shared/later.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { clipToUpdate, type Editing } from './model.ts';
import type { SavedClip } from './ports.ts';
import { saveOrPointOut } from './save-or-point-out.ts';
import type { PopupStore } from './store.ts';

/** Where there is more than one place. */
const loadPlacesButton = async () => (await import('./places-button.tsx')).PlacesButton;

/** Few presets have faults. */
const loadFaultyPresets = async () => (await import('../shared/faulty-presets.tsx')).FaultyPresets;

/** There is nothing to say of a save before the story is read. */
const loadSaveStatus = async () => (await import('./save-status.tsx')).SaveStatus;

/** Where it goes, as what, and Save. In sight at all times. */
export function Foot({ store }: { readonly store: PopupStore }) {
  const { t } = useTranslator();
  const state = store.state.value;
  const editing = state.phase === 'editing' ? state : undefined;
  const [Picker, setPicker] = useState<ComponentType<PickerProps> | undefined>(undefined);
  const openPicker = async (): Promise<void> => {
    const loaded = Picker ? undefined : (await import('./place-picker.tsx')).PlacePicker;
    setPicker(() => loaded);
  };
  const saved = editing?.saving.kind === 'done' ? editing.saving.clip : undefined;
  return (
    <footer class="foot">
      {editing && <Later load={loadSaveStatus} props={{ store, state: editing }} />}
      {store.setting.faulty.length > 0 && <Later load={loadFaultyPresets} props={{ labels: store.setting.faulty }} />}
      {editing && Picker && <Picker store={store} />}
      <div class="foot-line">
        {saved ? <SavedFile clip={saved} /> : <FilePath icon="folder" path={pathOf(store)} />}
        {editing && (store.place.value?.all.length ?? 0) > 1 && (
          <Later load={loadPlacesButton} props={{ store, isOpen: Picker !== undefined, open: openPicker }} />
        )}
        {editing && store.setting.presets.length > 1 && (
          <label class="preset">
            <span class="aside-for-readers">{t('preset')}</span>
            <select value={editing.edit.presetId} onChange={(event) => store.choosePreset(event.currentTarget.value)}>
              {store.setting.presets.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
            <Icon name="chevron" />
          </label>
        )}
      </div>
      <div class="foot-buttons">
        <SaveButton store={store} state={editing} />
        <button
          type="button"
          class="button copy"
          title={t('copy')}
          aria-disabled={!editing}
          onClick={() => store.copy()}
        >
          <Icon name={store.copied.value === 'yes' ? 'check' : 'copy'} />
          <span class="aside-for-readers">{t('copy')}</span>
        </button>
      </div>
    </footer>
  );
}

interface PickerProps {
  readonly store: PopupStore;
}

function SaveButton({ store, state }: { readonly store: PopupStore; readonly state: Editing | undefined }) {
  const { t } = useTranslator();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);

  const kind = state?.saving.kind;
  const isUpdate = state !== undefined && clipToUpdate(state) !== undefined;
  const isWaiting = state?.saving.kind === 'done' && isKeptOnly(state.saving.clip);
  const done = isWaiting ? t('keptInLibrary') : t('saved');
  const label = kind === 'busy' ? t('saving') : kind === 'done' ? done : isUpdate ? t('updateFile') : t('save');
  return (
    <button
      ref={button}
      id="save"
      type="button"
      class="button primary"
      aria-disabled={!state || kind === 'busy'}
      aria-keyshortcuts="Enter"
      onClick={() => saveOrPointOut(store, document)}
    >
      {kind === 'done' && <Icon name={isWaiting ? 'clock' : 'check'} />}
      {label}
      {kind !== 'done' && <Icon name="enter" />}
    </button>
  );
}

/** Whether it is written nowhere yet. */
function isKeptOnly({ waiting, waitingAt }: SavedClip): boolean {
  return waiting !== undefined && waitingAt === undefined;
}

interface FilePathProps {
  readonly icon: IconName;
  /** Absent: not known yet. */
  readonly path: string | undefined;
}

function pathOf({ place, path }: PopupStore): string | undefined {
  return path.value === undefined || !place.value ? undefined : place.value.root + path.value;
}

/** The path with its end in sight: a long name is cut before the extension. */
function FilePath({ icon, path }: FilePathProps) {
  const { t } = useTranslator();
  if (path === undefined) {
    return (
      <p class="file">
        <Icon name={icon} />
        <span class="skeleton medium" />
      </p>
    );
  }
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return (
    <p class={icon === 'folder' ? 'file' : 'file done'} title={path}>
      <Icon name={icon} />
      <span class="aside-for-readers">{t(icon === 'clock' ? 'filePathPlanned' : 'filePath')}</span>
      <span class="file-folder">{path.slice(0, slash)}</span>
      <span class="file-name">{path.slice(slash, dot)}</span>
      <span>{path.slice(dot)}</span>
    </p>
  );
}

/** Shows where the post is now, and opens it. */
function SavedFile({ clip }: { readonly clip: SavedClip }) {
  const { t } = useTranslator();
  const { path, showInFolder } = clip;
  return (
    <>
      <FilePath icon={isKeptOnly(clip) ? 'clock' : 'check'} path={path} />
      {showInFolder && (
        <button type="button" class="link" onClick={() => showInFolder()}>
          {t('showInFolder')}
        </button>
      )}
    </>
  );
}
