import type { Preset } from '../core/model/preset.ts';
import { checkPreset } from '../core/post/presets/check-preset.ts';
import { type PresetChanges, presetsChecked, readPresets, writePresets } from './stored-presets.ts';

/** All presets there are: the built-in ones as the user set them, then the user's own. Damaged ones are left out. */
export function loadPresets(): Promise<readonly Preset[]> {
  return presetsChecked(usable);
}

/** Keeps a preset of the user's own, in the place of the one with its id where there is one. */
export async function saveOwnPreset(preset: Preset): Promise<void> {
  const { own, changes } = await readPresets();
  const others = usable(own);
  const at = others.findIndex(({ id }) => id === preset.id);
  await writePresets({ own: at < 0 ? [...others, preset] : others.with(at, preset), changes });
}

export async function removeOwnPreset(id: string): Promise<void> {
  const { own, changes } = await readPresets();
  await writePresets({ own: usable(own).filter((preset) => preset.id !== id), changes });
}

/** Sets what is to be different in a built-in preset, in the place of what was. */
export async function changeBuiltIn(id: string, change: PresetChanges): Promise<void> {
  const { own, changes } = await readPresets();
  await writePresets({ own, changes: { ...changes, [id]: change } });
}

/** Of what was stored, the presets that can be used: it may be of an older version, or damaged. */
export function usable(own: readonly unknown[]): readonly Preset[] {
  return own.map(checkPreset).flatMap((check) => (check.ok ? [check.preset] : []));
}
