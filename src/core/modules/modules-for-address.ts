import type { ModuleName } from '../model/module-names.ts';
import { findSiteRule } from '../sites/find-site-rule.ts';
import { GENERAL_RULES } from '../sites/rules/general-rules.ts';

/**
 * Returns the modules that a page needs because of its address: the site rules, where there is one for pages in any
 * language. The script in the page does not know the list of their places.
 */
export function modulesForAddress(url: string): ModuleName[] {
  return findSiteRule(url, GENERAL_RULES) ? ['sites'] : [];
}
