import type { SiteDefaults } from '../model/site-defaults.ts';
import { findSiteRule } from './find-site-rule.ts';

/** What is set for the site of an address, and nothing where nothing is. The longest place counts. */
export function siteDefaultsFor(url: string, defaults: readonly SiteDefaults[]): Omit<SiteDefaults, 'places'> {
  return findSiteRule(url, defaults) ?? {};
}

/** The tags of a draft with those of its site, each once. */
export function tagsWithDefaults(tags: readonly string[], defaults: Pick<SiteDefaults, 'tags'>): readonly string[] {
  return [...new Set([...tags, ...(defaults.tags ?? [])])];
}
