import { isRecord } from '../core/model/is-record.ts';
import type { SiteDefaults } from '../core/model/site-defaults.ts';
import type { SiteRule } from '../core/model/site-rule.ts';
import { SITES_KEY } from '../core/model/task-key.ts';
import type { SiteFile } from '../core/sites/read-site-file.ts';
import { siteDefaultsFor } from '../core/sites/site-defaults-for.ts';
import { readStored, writeStored } from '../platform/storage.ts';

/** What the user has set for single sites. */
export type SiteSettings = SiteFile;

/** Loads what is set for sites. What is stored passed `readSiteFile` or was made here before it was written. */
export async function loadSiteSettings(): Promise<SiteSettings> {
  const stored = await readStored(SITES_KEY);
  const { rules, defaults } = isRecord(stored) ? stored : {};
  // Only `saveSiteSettings` writes under the key.
  return {
    rules: Array.isArray(rules) ? (rules as SiteRule[]) : [],
    defaults: Array.isArray(defaults) ? (defaults as SiteDefaults[]) : [],
  };
}

/** Loads what is set for the site of an address. */
export async function loadSiteDefaults(url: string): Promise<Omit<SiteDefaults, 'places'>> {
  return siteDefaultsFor(url, (await loadSiteSettings()).defaults);
}

export async function saveSiteSettings(settings: SiteSettings): Promise<void> {
  await writeStored(SITES_KEY, settings);
}

/** Adds a rule. One of the same places takes it in: its selectors come first, then those of the new one. */
export async function addSiteRule(rule: SiteRule): Promise<SiteSettings> {
  const before = await loadSiteSettings();
  const at = before.rules.findIndex(({ places }) => places.join() === rule.places.join());
  const old = before.rules[at];
  const rules = old ? before.rules.with(at, joinedRules(old, rule)) : [...before.rules, rule];
  const settings = { ...before, rules };
  await saveSiteSettings(settings);
  return before;
}

const LISTS = ['take', 'keep', 'drop'] as const;

function joinedRules(old: SiteRule, added: SiteRule): SiteRule {
  const lists = LISTS.flatMap((name) => {
    // A story that is picked anew is where it is now.
    const both =
      name === 'take' ? [...(added.take ?? []), ...(old.take ?? [])] : [...(old[name] ?? []), ...(added[name] ?? [])];
    return both.length === 0 ? [] : [[name, [...new Set(both)]] as const];
  });
  return { ...old, ...Object.fromEntries(lists) };
}
