import type { FolderState } from '../../app/connected-targets.ts';
import type { ServerPlaces } from '../../app/server-places.ts';
import { ClipError, type Failure, toFailure } from '../../core/model/failure.ts';
import type { Grant } from '../../delivery/targets/folder/folder-grant.ts';
import type { PlaceFields } from '../../delivery/targets/target-kind.ts';
import type { NewTarget } from '../../library/model/target-record.ts';
import type { PresetTargets } from '../../settings/preset-targets.ts';
import type { Settings } from '../../settings/schema.ts';
import type { OptionsPorts } from './ports.ts';

/** What came of trying a place out. */
export type Trial =
  | { readonly kind: 'busy' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the options page shows of the places. */
export interface PlaceState {
  readonly settings: Settings;
  readonly folders: readonly FolderState[];
  /** What came of trying a place out on this page, by its id. */
  readonly trials: Readonly<Record<string, Trial>>;
  readonly presetTargets: PresetTargets;
}

/** The browser was not allowed to reach the server. */
export const NOT_ALLOWED = 'not-allowed';

/** What can be done with a place besides choosing it. */
export interface PlaceActions {
  readonly servers: Pick<ServerPlaces, 'recognise' | 'withFields' | 'allow'>;
  /**
   * Tries a new place out and connects it.
   *
   * @param granting the answer to the question for host permission, asked in the user gesture itself.
   * @returns why it was not connected; nothing where it was.
   */
  add(target: NewTarget, secret: string, granting: Promise<boolean>): Promise<Failure | typeof NOT_ALLOWED | undefined>;
  test(id: string): Promise<void>;
  changeSecret(id: string, secret: string): Promise<void>;
  /** Tries the place out with other fields and keeps them; then reads what is there, which may be other posts. */
  changeFields(id: string, changes: Partial<PlaceFields>): Promise<void>;
  forgetSecret(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  pause(id: string, isPaused: boolean): Promise<void>;
  /** Says where the posts of a preset go. */
  chooseFor(presetId: string, ids: readonly string[]): Promise<void>;
}

interface ActionDeps {
  readonly state: { readonly value: PlaceState };
  readonly set: (changes: Partial<PlaceState>) => void;
  readonly act: (action: () => Promise<Partial<PlaceState>>) => Promise<void>;
  /** Makes a place the one that posts go to, and reads what is in it. */
  readonly settle: (id: string, granting: Promise<Grant>) => Promise<Partial<PlaceState>>;
  /** Reads the posts of a place, with progress. */
  readonly read: (id: string) => Promise<Partial<PlaceState>>;
  readonly withFolders: () => Promise<Partial<PlaceState>>;
}

export function placeActions(
  { state, set, act, settle, read, withFolders }: ActionDeps,
  ports: OptionsPorts,
): PlaceActions {
  const { folders } = ports;
  const { servers } = folders;

  const say = (id: string, trial: Trial): void => set({ trials: { ...state.value.trials, [id]: trial } });

  /** Runs a trial of a connected place; what waits for it goes on where it succeeds. Returns whether it did. */
  async function tryOut(id: string, trial: () => Promise<void>): Promise<boolean> {
    say(id, { kind: 'busy' });
    try {
      await trial();
      say(id, { kind: 'done' });
    } catch (error) {
      say(id, { kind: 'failed', failure: toFailure(error) });
      return false;
    }
    await act(async () => {
      await folders.drain();
      return withFolders();
    });
    return true;
  }

  const change = (work: () => Promise<void>): Promise<void> =>
    act(async () => {
      await work();
      return withFolders();
    });

  return {
    servers,
    async add(target, secret, granting) {
      if (!(await granting)) return NOT_ALLOWED;
      let id: string;
      try {
        id = await servers.connect(target, secret);
      } catch (error) {
        return toFailure(error);
      }
      say(id, { kind: 'done' });
      await act(async () => ({ settings: await ports.changeSettings({ target: id }), ...(await withFolders()) }));
      // Reading what is there may take long, and shows its own progress.
      void act(() => settle(id, Promise.resolve('granted')));
      return undefined;
    },
    async test(id) {
      await tryOut(id, () => servers.test(id));
    },
    async changeSecret(id, secret) {
      await tryOut(id, () => servers.changeSecret(id, secret));
    },
    async changeFields(id, changes) {
      if (await tryOut(id, () => servers.changeFields(id, changes))) await act(() => read(id));
    },
    forgetSecret: (id) => change(() => servers.forgetSecret(id)),
    rename: (id, name) =>
      change(async () => {
        if (name.trim() === '') throw new ClipError('name-refused', name);
        await folders.rename(id, name.trim());
      }),
    pause: (id, isPaused) =>
      change(async () => {
        await folders.pause(id, isPaused);
        if (!isPaused) await folders.drain();
      }),
    chooseFor: (presetId, ids) => act(async () => ({ presetTargets: await ports.changePresetTargets(presetId, ids) })),
  };
}
