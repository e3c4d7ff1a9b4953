import { type ReadonlySignal, signal } from '@preact/signals';
import { toFailure } from '../../core/model/failure.ts';
import type { Settings } from '../../settings/schema.ts';
import { folderActions } from './folder-actions.ts';
import { placeActions } from './place-actions.ts';
import type { OptionsPorts } from './ports.ts';
import { presetActions } from './preset-actions.ts';
import { siteActions } from './site-actions.ts';
import type { ActionDeps, OptionsState } from './state.ts';

export type OptionsStore = ReturnType<typeof createOptionsStore>;

export function createOptionsStore(initial: OptionsState, ports: OptionsPorts) {
  const state = signal(initial);
  const set = (changes: Partial<OptionsState>): void => {
    state.value = { ...state.value, ...changes };
  };

  async function act(action: () => Promise<Partial<OptionsState>>): Promise<void> {
    const { failure: _said, ...before } = state.value;
    state.value = before;
    try {
      set(await action());
    } catch (error) {
      set({ failure: toFailure(error) });
    }
  }

  const deps: ActionDeps = { state, set, act };
  const folders = folderActions(deps, ports);
  return {
    state: state as ReadonlySignal<OptionsState>,
    change: (changes: Partial<Settings>) => act(async () => ({ settings: await ports.changeSettings(changes) })),
    ...presetActions(deps, ports),
    ...siteActions(deps, ports),
    ...folders.actions,
    places: placeActions({ ...deps, ...folders.steps }, ports),
    giveFile: ports.giveFile,
    writePost: ports.writePost,
    copy: ports.copy,
  };
}
