import { isRecord } from '../core/model/is-record.ts';
import type { Preset } from '../core/model/preset.ts';
import { checkPreset } from '../core/post/presets/check-preset.ts';
import { type LoadedPresets, type PresetChanges, presetsChecked, readPresets, writePresets } from './stored-presets.ts';

/** Loads all presets, each of them checked. */
export function loadPresets(): Promise<LoadedPresets> {
  return presetsChecked(checkStored);
}

/** Stores a custom preset. Replaces the one with its id, if there is one. */
export async function saveOwnPreset(preset: Preset): Promise<void> {
  const { own, changes } = await readPresets();
  // What cannot be used by this version stays: a newer one may.
  const at = own.findIndex((each) => idOf(each) === preset.id);
  await writePresets({ own: at < 0 ? [...own, preset] : own.with(at, preset), changes });
}

export async function removeOwnPreset(id: string): Promise<void> {
  const { own, changes } = await readPresets();
  await writePresets({ own: own.filter((each) => idOf(each) !== id), changes });
}

function idOf(stored: unknown): unknown {
  return isRecord(stored) ? stored['id'] : undefined;
}

/** Stores what is different in a built-in preset. Replaces earlier changes. */
export async function changeBuiltIn(id: string, change: PresetChanges): Promise<void> {
  const { own, changes } = await readPresets();
  await writePresets({ own, changes: { ...changes, [id]: change } });
}

/** Returns each stored preset, or undefined for one with a fault: of an older version, or damaged. */
export function checkStored(stored: readonly unknown[]): readonly (Preset | undefined)[] {
  return stored.map((value) => {
    const check = checkPreset(value);
    return check.ok ? check.preset : undefined;
  });
}
