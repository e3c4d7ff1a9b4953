import * as v from 'valibot';
import { isRecord } from '../core/model/is-record.ts';
import type { SiteDefaults } from '../core/model/site-defaults.ts';
import { siteDefaultsSchema } from '../core/sites/read-site-file.ts';
import { siteRuleSchema } from '../core/sites/site-rule-schema.ts';
import { loadPresets } from './presets.ts';
import type { LeftSetting } from './restored-settings.ts';
import { loadSiteSettings, saveSiteSettings } from './site-settings.ts';

/** More than anybody has set: a bound on what a file may bring. */
const MAX_ENTRIES = 2_000;

/**
 * Adds a backup's rules and defaults for sites to those that are here. What is set here for the same sites stays. A
 * target or preset that this browser does not have is left out of its entry.
 *
 * @param isTarget whether this browser has a target of that id.
 * @param taken gets the sites of what is added.
 * @param left gets what is not.
 */
export async function restoreSites(
  value: unknown,
  isTarget: (id: string) => Promise<boolean>,
  taken: string[],
  left: LeftSetting[],
): Promise<void> {
  const { rules, defaults } = isRecord(value) ? value : {};
  const before = await loadSiteSettings();
  const readRules = checked(rules, siteRuleSchema, left);
  const readDefaults: SiteDefaults[] = [];
  for (const entry of checked(defaults, siteDefaultsSchema, left)) {
    readDefaults.push(await usableHere(entry, isTarget, left));
  }
  const added = { rules: fresh(before.rules, readRules, left), defaults: fresh(before.defaults, readDefaults, left) };
  if (added.rules.length + added.defaults.length === 0) return;
  await saveSiteSettings({
    rules: [...before.rules, ...added.rules],
    defaults: [...before.defaults, ...added.defaults],
  });
  taken.push(...new Set([...added.rules, ...added.defaults].map(nameOf)));
}

function checked<T>(list: unknown, schema: v.GenericSchema<unknown, T>, left: LeftSetting[]): T[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length > MAX_ENTRIES) {
    left.push({ name: 'sites', reason: 'wrong' });
    return [];
  }
  return list.flatMap((entry) => {
    const result = v.safeParse(schema, entry);
    if (result.success) return [result.output];
    left.push({ name: nameOf(entry), reason: 'wrong' });
    return [];
  });
}

async function usableHere(
  { preset, target, ...rest }: SiteDefaults,
  isTarget: (id: string) => Promise<boolean>,
  left: LeftSetting[],
): Promise<SiteDefaults> {
  const hasTarget = target === undefined || (await isTarget(target));
  const hasPreset = preset === undefined || (await loadPresets()).presets.some(({ id }) => id === preset);
  if (!hasTarget) left.push({ name: nameOf(rest), reason: 'other-browser' });
  if (!hasPreset) left.push({ name: nameOf(rest), reason: 'wrong' });
  return {
    ...rest,
    ...(preset !== undefined && hasPreset ? { preset } : {}),
    ...(target !== undefined && hasTarget ? { target } : {}),
  };
}

/** Returns the entries for sites that have none here. */
function fresh<T extends { readonly places: readonly string[] }>(
  here: readonly T[],
  read: readonly T[],
  left: LeftSetting[],
): T[] {
  return read.filter((entry) => {
    const present = here.find(({ places }) => places.join() === entry.places.join());
    if (present && canonical(present) !== canonical(entry)) left.push({ name: nameOf(entry), reason: 'own-differs' });
    return present === undefined;
  });
}

/** Two entries with the same fields are one, in whatever order the fields are. */
function canonical(entry: object): string {
  return JSON.stringify(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the first site of an entry, which may be damaged, short enough for a notice. */
function nameOf(entry: unknown): string {
  const places = isRecord(entry) ? entry['places'] : undefined;
  const first: unknown = Array.isArray(places) ? places[0] : undefined;
  return typeof first === 'string' ? first.slice(0, 100) : 'sites';
}
