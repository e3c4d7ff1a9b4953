import type { SiteRule } from '../core/model/site-rule.ts';
import { loadSiteSettings, type SiteSettings, saveSiteSettings } from './site-settings.ts';

/**
 * Adds a rule. One of the same places takes it in: its selectors come first, then those of the new one.
 *
 * @returns what was set before.
 */
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
