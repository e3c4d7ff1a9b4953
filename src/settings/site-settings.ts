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
