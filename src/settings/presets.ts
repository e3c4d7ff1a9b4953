import { isRecord } from '../core/field-checks.ts';
import { checkPreset } from '../core/presets/check-preset.ts';
import type { Preset } from '../core/presets/preset.ts';
import { PRESETS } from '../core/presets/presets.ts';
import { readStored, writeStored } from '../platform/storage.ts';

const KEY = 'presets';

/** What a user may set on a built-in preset without copying it. An absent one is the preset's own. */
export interface PresetChanges {
  readonly path?: string;
  readonly timeZone?: string;
}

interface StoredPresets {
  /** Presets of the user's own, in order. */
  readonly own: readonly unknown[];
  /** By the id of a built-in preset. */
  readonly changes: Readonly<Record<string, PresetChanges>>;
}

/** All presets there are: the built-in ones as the user set them, then the user's own. Damaged ones are left out. */
export async function loadPresets(): Promise<readonly Preset[]> {
  const { own, changes } = await stored();
  const builtIn = PRESETS.map((preset) => ({ ...preset, ...changes[preset.id] }));
  return [...builtIn, ...checked(own)];
}

/** Keeps a preset of the user's own, in the place of the one with its id where there is one. */
export async function saveOwnPreset(preset: Preset): Promise<void> {
  const { own, changes } = await stored();
  const others = checked(own);
  const at = others.findIndex(({ id }) => id === preset.id);
  await writeStored(KEY, { own: at < 0 ? [...others, preset] : others.with(at, preset), changes });
}

export async function removeOwnPreset(id: string): Promise<void> {
  const { own, changes } = await stored();
  await writeStored(KEY, { own: checked(own).filter((preset) => preset.id !== id), changes });
}

/** Sets what is to be different in a built-in preset, in the place of what was. */
export async function changeBuiltIn(id: string, change: PresetChanges): Promise<void> {
  const { own, changes } = await stored();
  await writeStored(KEY, { own, changes: { ...changes, [id]: change } });
}

async function stored(): Promise<StoredPresets> {
  const value = await readStored(KEY);
  const { own, changes } = isRecord(value) ? value : {};
  return { own: Array.isArray(own) ? own : [], changes: isRecord(changes) ? changesOf(changes) : {} };
}

function changesOf(all: Record<string, unknown>): Record<string, PresetChanges> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, isRecord(value) ? texts(value) : {}]));
}

function texts({ path, timeZone }: Record<string, unknown>): PresetChanges {
  return {
    ...(typeof path === 'string' && path !== '' ? { path } : {}),
    ...(typeof timeZone === 'string' && timeZone !== '' ? { timeZone } : {}),
  };
}

/** What was stored may be of an older version, or damaged. */
function checked(own: readonly unknown[]): readonly Preset[] {
  return own.map(checkPreset).flatMap((check) => (check.ok ? [check.preset] : []));
}
