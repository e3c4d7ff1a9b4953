import { isRecord } from '../core/model/is-record.ts';
import { checkPath } from '../core/post/presets/check-path.ts';
import { checkPreset } from '../core/post/presets/check-preset.ts';
import { PRESETS } from '../core/post/presets/presets.ts';
import { loadPresets, saveOwnPreset } from './presets.ts';
import { restoreSites } from './restore-sites.ts';
import type { LeftSetting, RestoredSettings, SettingLeft } from './restored-settings.ts';
import { importSettings, type Settings } from './schema.ts';
import { loadSiteSettings } from './site-settings.ts';
import { changeSettings, loadSettings } from './store.ts';
import { type PresetChanges, readPresets, readPresetsOf, writePresets } from './stored-presets.ts';

/** What is set in a backup, as it was read: unchecked. */
export interface BackedUpSettings {
  readonly settings?: unknown;
  readonly presets?: unknown;
  readonly sites?: unknown;
}

/** What goes into a backup. */
export async function backUpSettings(): Promise<Required<BackedUpSettings>> {
  return { settings: await loadSettings(), presets: await readPresets(), sites: await loadSiteSettings() };
}

/**
 * Puts what is set in a backup in force, as far as this version and this browser can: what is there already is not
 * replaced by a preset of the same id or by what is set for the same site, and a target has to be connected here.
 *
 * @param isTarget whether this browser has a target of that id.
 */
export async function restoreSettings(
  { settings, presets, sites }: BackedUpSettings,
  isTarget: (id: string) => Promise<boolean>,
): Promise<RestoredSettings> {
  const taken: string[] = [];
  const left: LeftSetting[] = [];
  if (presets !== undefined) await restorePresets(presets, taken, left);
  if (sites !== undefined) await restoreSites(sites, isTarget, taken, left);
  if (settings === undefined) return { taken, left };
  const imported = importSettings(settings);
  for (const name of imported.unknown) left.push({ name, reason: 'unknown' });
  for (const name of imported.wrong) left.push({ name, reason: 'wrong' });
  const usable: Record<string, string> = {};
  const before: Record<string, string> = await loadSettings();
  for (const [name, value] of Object.entries(imported.settings)) {
    const reason = await reasonAgainst(name, value, isTarget);
    if (reason) left.push({ name, reason });
    else if (before[name] !== value) usable[name] = value;
  }
  // The names and values come from `importSettings`.
  await changeSettings(usable as Partial<Settings>);
  taken.push(...Object.keys(usable));
  return { taken, left };
}

/** Why a value that is one of its setting cannot be used here. */
async function reasonAgainst(
  name: string,
  value: string,
  isTarget: (id: string) => Promise<boolean>,
): Promise<SettingLeft | undefined> {
  if (name === 'target') return (await isTarget(value)) ? undefined : 'other-browser';
  if (name === 'preset') return (await loadPresets()).presets.some(({ id }) => id === value) ? undefined : 'wrong';
  if (name !== 'folder' || value === '') return undefined;
  const fault = checkPath([{ kind: 'text', text: value }], 'post');
  return fault === undefined || fault === 'path_bad_ending' || fault === 'path_one_name' ? undefined : 'wrong';
}

async function restorePresets(value: unknown, taken: string[], left: LeftSetting[]): Promise<void> {
  const { own, changes } = readPresetsOf(value);
  const { presets: present } = await loadPresets();
  for (const stored of own) {
    const check = checkPreset(stored);
    if (!check.ok) {
      left.push({ name: nameOf(stored), reason: 'wrong' });
      continue;
    }
    const here = present.find(({ id }) => id === check.preset.id);
    if (!here) {
      await saveOwnPreset(check.preset);
      taken.push(check.preset.label);
    } else if (JSON.stringify(here) !== JSON.stringify(check.preset)) {
      left.push({ name: check.preset.label, reason: 'own-differs' });
    }
  }
  for (const [id, change] of Object.entries(changes)) await restoreChange(id, change, taken, left);
}

/** What the user set on a built-in preset. */
async function restoreChange(id: string, change: PresetChanges, taken: string[], left: LeftSetting[]): Promise<void> {
  const builtIn = PRESETS.find((preset) => preset.id === id);
  const stored = await readPresets();
  const here = stored.changes[id];
  if (JSON.stringify(here ?? {}) === JSON.stringify(change)) return;
  const isSound = builtIn !== undefined && checkPreset({ ...builtIn, ...change }).ok;
  if (!isSound) left.push({ name: id, reason: 'wrong' });
  else if (here && Object.keys(here).length > 0) left.push({ name: builtIn.label, reason: 'own-differs' });
  else {
    await writePresets({ ...stored, changes: { ...stored.changes, [id]: change } });
    taken.push(builtIn.label);
  }
}

function nameOf(stored: unknown): string {
  const label = isRecord(stored) ? stored['label'] : undefined;
  return typeof label === 'string' ? label.slice(0, 100) : 'preset';
}
