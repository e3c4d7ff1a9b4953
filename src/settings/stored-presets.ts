import { isRecord } from '../core/model/is-record.ts';
import type { Preset } from '../core/model/preset.ts';
import { PRESETS } from '../core/post/presets/presets.ts';
import { readStored, writeStored } from '../platform/storage.ts';

const KEY = 'presets';

/** What a user may set on a built-in preset without copying it. An absent one is the preset's own. */
export interface PresetChanges {
  readonly path?: string;
  readonly timeZone?: string;
}

export interface StoredPresets {
  /** The user's own presets, in order, not checked yet. */
  readonly own: readonly unknown[];
  /** By the id of a built-in preset. */
  readonly changes: Readonly<Record<string, PresetChanges>>;
}

/** The presets to choose from, and what of the stored ones could not be used. */
export interface LoadedPresets {
  /** The built-in presets as the user set them, then the user's own. Each one passes `checkPreset`. */
  readonly presets: readonly Preset[];
  /** Labels of stored presets with a fault. A built-in one is used without the user's changes, an own one left out. */
  readonly faulty: readonly string[];
}

/**
 * Loads all presets. Everything that was stored is checked: another program, or an older version, may have written it.
 *
 * @param check returns each stored preset, or undefined for one with a fault. It contains the whole template language,
 *   so the popup loads it only if something is stored.
 */
export async function presetsChecked(
  check: (stored: readonly unknown[]) => readonly (Preset | undefined)[] | Promise<readonly (Preset | undefined)[]>,
): Promise<LoadedPresets> {
  const { own, changes } = await readPresets();
  const changed = PRESETS.filter(({ id }) => isChanged(changes[id]));
  const stored = [...changed.map((preset) => ({ ...preset, ...changes[preset.id] })), ...own];
  const checked = stored.length === 0 ? [] : await check(stored);
  const usable = new Map(changed.map(({ id }, at) => [id, checked[at]]));
  return {
    presets: [
      ...PRESETS.map((preset) => usable.get(preset.id) ?? preset),
      ...checked.slice(changed.length).filter((preset) => preset !== undefined),
    ],
    faulty: stored.filter((_, at) => checked[at] === undefined).map(labelOf),
  };
}

function isChanged(changes: PresetChanges | undefined): boolean {
  return changes !== undefined && Object.keys(changes).length > 0;
}

/** The label of a damaged preset as far as it can be told, short enough for a notice. */
function labelOf(stored: unknown): string {
  const { label, id } = isRecord(stored) ? stored : {};
  const name = [label, id].find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof name === 'string' ? name.slice(0, 60) : '?';
}

export async function readPresets(): Promise<StoredPresets> {
  return readPresetsOf(await readStored(KEY));
}

/** Returns the presets of a stored or imported value; none where it is damaged. */
export function readPresetsOf(value: unknown): StoredPresets {
  const { own, changes } = isRecord(value) ? value : {};
  return { own: Array.isArray(own) ? own : [], changes: isRecord(changes) ? changesOf(changes) : {} };
}

export async function writePresets(presets: StoredPresets): Promise<void> {
  await writeStored(KEY, presets);
}

/** Returns what is set on built-in presets: texts only. */
function changesOf(all: Record<string, unknown>): Record<string, PresetChanges> {
  const builtIn = PRESETS.filter(({ id }) => Object.hasOwn(all, id));
  return Object.fromEntries(builtIn.map(({ id }) => [id, isRecord(all[id]) ? texts(all[id]) : {}]));
}

function texts({ path, timeZone }: Record<string, unknown>): PresetChanges {
  return {
    ...(isChangeText(path) ? { path } : {}),
    ...(isChangeText(timeZone) ? { timeZone } : {}),
  };
}

function isChangeText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
