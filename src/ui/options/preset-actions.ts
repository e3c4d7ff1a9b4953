import type { Preset } from '../../core/model/preset.ts';
import type { PresetChanges } from '../../settings/stored-presets.ts';
import type { OptionsPorts } from './ports.ts';
import type { ActionDeps, RemovedPreset } from './state.ts';

/** Changes, adds, deletes and brings back the formats of posts. */
export function presetActions({ state, act }: ActionDeps, ports: OptionsPorts) {
  return {
    changeBuiltIn: (id: string, changes: PresetChanges) =>
      act(async () => {
        await ports.changeBuiltIn(id, changes);
        return ports.loadPresets();
      }),
    savePreset: (preset: Preset) =>
      act(async () => {
        await ports.saveOwnPreset(preset);
        // Who makes a form of their own means to write in it.
        return { settings: await ports.changeSettings({ preset: preset.id }), ...(await ports.loadPresets()) };
      }),
    removePreset: (id: string) =>
      act(async () => {
        const preset = state.value.presets.find((each) => each.id === id);
        await ports.removeOwnPreset(id);
        const wasChosen = state.value.settings.preset === id;
        const settings = wasChosen ? { settings: await ports.changeSettings({ preset: 'jekyll' }) } : {};
        const removed = [...(preset ? [{ preset, wasChosen }] : []), ...state.value.removed];
        return { ...settings, removed, ...(await ports.loadPresets()) };
      }),
    /** Takes the deletion of a preset back. One that was made since under its id stays. */
    restorePreset: ({ preset, wasChosen }: RemovedPreset) =>
      act(async () => {
        const isTaken = state.value.presets.some(({ id }) => id === preset.id);
        if (!isTaken) await ports.saveOwnPreset(preset);
        const settings = wasChosen ? { settings: await ports.changeSettings({ preset: preset.id }) } : {};
        const removed = state.value.removed.filter((each) => each.preset !== preset);
        return { ...settings, removed, ...(await ports.loadPresets()) };
      }),
  };
}
