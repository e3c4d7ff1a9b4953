import { isRecord } from '../core/model/is-record.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { loadSettings } from './store.ts';

const KEY = 'presetTargets';

/** Ids of the targets that the posts of a preset go to, by the preset's id. A preset that is not in it has the default. */
export type PresetTargets = Readonly<Record<string, readonly string[]>>;

/** They name targets of this browser, so they are in no backup. */
export async function loadPresetTargets(): Promise<PresetTargets> {
  const stored = await readStored(KEY);
  if (!isRecord(stored)) return {};
  const lists = Object.entries(stored).map(([preset, ids]) => [preset, textsIn(ids)] as const);
  return Object.fromEntries(lists.filter(([, ids]) => ids.length > 0));
}

/** Says where the posts of a preset go. With no targets, to the default one. */
export async function changePresetTargets(presetId: string, ids: readonly string[]): Promise<PresetTargets> {
  const { [presetId]: _before, ...others } = await loadPresetTargets();
  const targets = ids.length === 0 ? others : { ...others, [presetId]: ids };
  await writeStored(KEY, targets);
  return targets;
}

/** Removes a target from every preset that names it. */
export async function forgetPresetTarget(id: string): Promise<PresetTargets> {
  const lists = Object.entries(await loadPresetTargets()).map(([preset, ids]) => [
    preset,
    ids.filter((each) => each !== id),
  ]);
  await writeStored(KEY, Object.fromEntries(lists));
  return loadPresetTargets();
}

/** The targets that a post goes to unless the user picks others: those of its preset, else the default one. */
export async function targetIdsFor(presetId: string): Promise<readonly string[]> {
  const [{ target }, targets] = await Promise.all([loadSettings(), loadPresetTargets()]);
  return targets[presetId] ?? [target];
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
