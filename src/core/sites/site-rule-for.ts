import type { ClipContext } from '../model/clip-context.ts';
import type { SiteRule } from '../model/site-rule.ts';

/** Returns the rule for the page that is clipped, where there is one, its module is loaded, and rules are wanted. */
export function siteRuleFor({ url, modules, siteRules, ownSiteRules }: ClipContext): SiteRule | undefined {
  if (siteRules === false) return undefined;
  return modules.sites?.find(url, 'east-asian' in modules, ownSiteRules);
}
