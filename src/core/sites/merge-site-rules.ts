import type { SiteRule } from '../model/site-rule.ts';

/** The fields that are lists of selectors. */
const LISTS = ['nameAt', 'take', 'drop', 'headline', 'byline', 'date'] as const;

/** Returns one rule of two for the same page. The first wins; its selectors are tried before those of the second. */
export function mergeSiteRules(first: SiteRule | undefined, second: SiteRule | undefined): SiteRule | undefined {
  if (!first || !second) return first ?? second;
  const lists = LISTS.flatMap((name) => {
    const selectors = [...(first[name] ?? []), ...(second[name] ?? [])];
    return selectors.length === 0 ? [] : [[name, selectors] as const];
  });
  return { ...second, ...first, ...Object.fromEntries(lists) };
}
