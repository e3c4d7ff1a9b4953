import type { ClipContext } from '../model/clip-context.ts';
import type { SiteRules } from '../model/site-rule.ts';

/** Returns the publisher rules, where they are loaded and wanted. They are part of these pages' module. */
export function siteRulesOf({ modules, siteRules }: ClipContext): SiteRules | undefined {
  return siteRules === false ? undefined : modules['east-asian']?.siteRules;
}
