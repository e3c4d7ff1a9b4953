import { isRecord } from '../core/model/field-checks.ts';
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
  /** Presets of the user's own, in order, not checked yet. */
  readonly own: readonly unknown[];
  /** By the id of a built-in preset. */
  readonly changes: Readonly<Record<string, PresetChanges>>;
}

/**
 * All presets there are: the built-in ones as the user set them, then the user's own.
 *
 * @param check gives of the user's own those that can be used. It knows all of the template language, so whoever has to
 *   be up at once brings it only where there is something to check.
 */
export async function presetsChecked(
  check: (own: readonly unknown[]) => readonly Preset[] | Promise<readonly Preset[]>,
): Promise<readonly Preset[]> {
  const { own, changes } = await readPresets();
  const builtIn = PRESETS.map((preset) => ({ ...preset, ...changes[preset.id] }));
  return [...builtIn, ...(await check(own))];
}

export async function readPresets(): Promise<StoredPresets> {
  const value = await readStored(KEY);
  const { own, changes } = isRecord(value) ? value : {};
  return { own: Array.isArray(own) ? own : [], changes: isRecord(changes) ? changesOf(changes) : {} };
}

export async function writePresets(presets: StoredPresets): Promise<void> {
  await writeStored(KEY, presets);
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
