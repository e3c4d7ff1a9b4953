import type { ClipContext } from '../../clip-context.ts';
import type { SiteRules } from './site-rule.ts';

/** The publisher rules, where they are at hand and wanted. They come with the part that the pages of these publishers need. */
export function siteRulesOf({ parts, siteRules }: ClipContext): SiteRules | undefined {
  return siteRules === false ? undefined : parts['east-asian']?.siteRules;
}
