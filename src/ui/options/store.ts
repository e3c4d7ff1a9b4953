import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportProgress, ImportReport } from '../../app/import-folder.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { Grant } from '../../delivery/targets/folder/folder-grant.ts';
import type { Settings } from '../../settings/schema.ts';
import type { SiteSettings } from '../../settings/site-settings.ts';
import type { LoadedPresets, PresetChanges } from '../../settings/stored-presets.ts';
import { type PlaceActions, type PlaceState, placeActions } from './place-actions.ts';
import type { OptionsPorts, Shortcut } from './ports.ts';

/** A folder being read through, or just read. */
export interface Indexing {
  readonly folderId: string;
  readonly progress?: ImportProgress;
  readonly report?: ImportReport;
  readonly cancel: () => void;
}

/** What the options page shows. */
export interface OptionsState extends LoadedPresets, PlaceState {
  /** What is set for single sites. */
  readonly sites: SiteSettings;
  /** The same before the last change of it on this page. */
  readonly sitesBefore?: SiteSettings;
  readonly shortcuts: readonly Shortcut[];
  readonly indexing?: Indexing;
  /** The user's own presets that were deleted on this page, the last one first. */
  readonly removed: readonly RemovedPreset[];
  readonly failure?: Failure;
}

/** A preset that can be brought back. */
export interface RemovedPreset {
  readonly preset: Preset;
  /** Whether posts were written in it. */
  readonly wasChosen: boolean;
}

/** In the page's address: the companion may be started now. */
const CONNECT_COMPANION = '#connect-companion';

export type OptionsStore = ReturnType<typeof createOptionsStore>;

export function createOptionsStore(initial: OptionsState, ports: OptionsPorts) {
  const state = signal(initial);
  const set = (changes: Partial<OptionsState>): void => {
    state.value = { ...state.value, ...changes };
  };

  /** Every action ends here: what failed is said, and gone with the next action. */
  async function act(action: () => Promise<Partial<OptionsState>>): Promise<void> {
    const { failure: _said, ...before } = state.value;
    state.value = before;
    try {
      set(await action());
    } catch (error) {
      set({ failure: toFailure(error) });
    }
  }

  const withPresets = (): Promise<Partial<OptionsState>> => ports.loadPresets();
  const withFolders = async (): Promise<Partial<OptionsState>> => ({ folders: await ports.folders.list() });

  async function withSites(sites: SiteSettings, before?: SiteSettings): Promise<Partial<OptionsState>> {
    await ports.saveSites(sites);
    const { sitesBefore: _older, ...rest } = state.value;
    state.value = rest;
    return { sites, ...(before ? { sitesBefore: before } : {}) };
  }

  async function index(folderId: string): Promise<void> {
    const stop = new AbortController();
    const indexing: Indexing = { folderId, cancel: () => stop.abort() };
    set({ indexing });
    try {
      const onProgress = (progress: ImportProgress): void => set({ indexing: { ...indexing, progress } });
      const report = await ports.folders.import(folderId, state.value.settings.preset, onProgress, stop.signal);
      set({ indexing: { ...indexing, report } });
    } catch (error) {
      const { indexing: _over, ...rest } = state.value;
      state.value = rest;
      if (!stop.signal.aborted) throw error;
    }
  }

  /** Sets the chosen folder: posts go there from now on, and what is in it is read. */
  async function settle(target: string, granting: Promise<Grant>): Promise<Partial<OptionsState>> {
    // The question may stay on the screen for long; what is known is shown meanwhile.
    set({ settings: await ports.changeSettings({ target }), ...(await withFolders()) });
    if ((await granting) === 'granted') {
      await index(target);
      await ports.folders.drain();
    }
    return withFolders();
  }

  async function settlePicked(handle: FileSystemDirectoryHandle | undefined): Promise<Partial<OptionsState>> {
    if (!handle) return {};
    const target = await ports.folders.connect(handle);
    return settle(target, ports.folders.renewGrant(target));
  }

  async function withCompanion(): Promise<Partial<OptionsState>> {
    return settle(await ports.folders.connectCompanion(), Promise.resolve('granted'));
  }

  const places: PlaceActions = placeActions({ state, set, act, settle, withFolders }, ports);

  return {
    places,
    state: state as ReadonlySignal<OptionsState>,
    canPickFolders: ports.folders.canPick,
    refresh: () => act(withFolders),
    change: (changes: Partial<Settings>) => act(async () => ({ settings: await ports.changeSettings(changes) })),
    changeBuiltIn: (id: string, changes: PresetChanges) =>
      act(async () => {
        await ports.changeBuiltIn(id, changes);
        return withPresets();
      }),
    savePreset: (preset: Preset) =>
      act(async () => {
        await ports.saveOwnPreset(preset);
        // Who makes a form of their own means to write in it.
        return { settings: await ports.changeSettings({ preset: preset.id }), ...(await withPresets()) };
      }),
    removePreset: (id: string) =>
      act(async () => {
        const preset = state.value.presets.find((each) => each.id === id);
        await ports.removeOwnPreset(id);
        const wasChosen = state.value.settings.preset === id;
        const settings = wasChosen ? { settings: await ports.changeSettings({ preset: 'jekyll' }) } : {};
        const removed = [...(preset ? [{ preset, wasChosen }] : []), ...state.value.removed];
        return { ...settings, removed, ...(await withPresets()) };
      }),
    /** Takes the deletion of a preset back. One that was made since under its id stays. */
    restorePreset: ({ preset, wasChosen }: RemovedPreset) =>
      act(async () => {
        const isTaken = state.value.presets.some(({ id }) => id === preset.id);
        if (!isTaken) await ports.saveOwnPreset(preset);
        const settings = wasChosen ? { settings: await ports.changeSettings({ preset: preset.id }) } : {};
        const removed = state.value.removed.filter((each) => each.preset !== preset);
        return { ...settings, removed, ...(await withPresets()) };
      }),
    saveSites: (sites: SiteSettings) => act(() => withSites(sites, state.value.sites)),
    /** Adds what a file holds. An entry of the same places is replaced. */
    importSites: (file: SiteSettings) =>
      act(() => {
        const { rules, defaults } = state.value.sites;
        return withSites(
          { rules: mergedByPlaces(rules, file.rules), defaults: mergedByPlaces(defaults, file.defaults) },
          state.value.sites,
        );
      }),
    undoSites: () => act(() => withSites(state.value.sitesBefore ?? state.value.sites)),
    giveFile: ports.giveFile,
    writePost: ports.writePost,
    copy: ports.copy,
    companionCommand: ports.folders.companionCommand,
    connectCompanion: () =>
      act(async () => {
        const allowed = await ports.folders.allowCompanion();
        if (allowed === 'later') ports.loadAnew(CONNECT_COMPANION);
        return allowed === 'now' ? withCompanion() : {};
      }),
    /** Continues after the page was reloaded. @param hash of its address */
    resume: (hash: string) => act(async () => (hash === CONNECT_COMPANION ? withCompanion() : {})),
    pickFolder: () => act(async () => settlePicked(await ports.folders.pick())),
    dropFolder: (transfer: DataTransfer) => act(async () => settlePicked(await ports.folders.dropped(transfer))),
    replaceFolder: (id: string) =>
      act(async () => {
        if (await ports.folders.replace(id)) {
          await index(id);
          await ports.folders.drain();
        }
        return withFolders();
      }),
    renewGrant: (id: string) =>
      act(async () => {
        if ((await ports.folders.renewGrant(id)) === 'granted') await ports.folders.drain();
        return withFolders();
      }),
    readFolder: (id: string) =>
      act(async () => {
        await index(id);
        return withFolders();
      }),
    disconnectFolder: (id: string) =>
      act(async () => {
        await ports.folders.disconnect(id);
        const isTarget = state.value.settings.target === id;
        const settings = isTarget ? { settings: await ports.changeSettings({ target: 'downloads' }) } : {};
        return { ...settings, presetTargets: await ports.loadPresetTargets(), ...(await withFolders()) };
      }),
  };
}

function mergedByPlaces<Entry extends { readonly places: readonly string[] }>(
  old: readonly Entry[],
  added: readonly Entry[],
): readonly Entry[] {
  const taken = new Set(added.map(({ places }) => places.join()));
  return [...old.filter(({ places }) => !taken.has(places.join())), ...added];
}
