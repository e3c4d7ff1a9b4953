import type { ImportProgress } from '../../app/import-folder.ts';
import type { Grant } from '../../delivery/targets/folder/folder-grant.ts';
import type { OptionsPorts } from './ports.ts';
import type { ActionDeps, Indexing, OptionsState } from './state.ts';

/** In the page's address: the companion may be started now. */
const CONNECT_COMPANION = '#connect-companion';

/** Connects, reads and disconnects folders, the companion's among them. `steps` are for the other places. */
export function folderActions({ state, set, act }: ActionDeps, ports: OptionsPorts) {
  const withFolders = async (): Promise<Partial<OptionsState>> => ({ folders: await ports.folders.list() });

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

  async function read(id: string): Promise<Partial<OptionsState>> {
    await index(id);
    return withFolders();
  }

  const actions = {
    canPickFolders: ports.folders.canPick,
    refresh: () => act(withFolders),
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
    readFolder: (id: string) => act(() => read(id)),
    disconnectFolder: (id: string) =>
      act(async () => {
        await ports.folders.disconnect(id);
        const isTarget = state.value.settings.target === id;
        const settings = isTarget ? { settings: await ports.changeSettings({ target: 'downloads' }) } : {};
        return { ...settings, presetTargets: await ports.loadPresetTargets(), ...(await withFolders()) };
      }),
  };
  return { actions, steps: { settle, read, withFolders } };
}
