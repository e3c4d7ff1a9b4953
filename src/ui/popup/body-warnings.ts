import type { ArticleWarning } from '../../core/model/article.ts';

/** Said above the text, in this order. What concerns the date is said beside the date. */
const BODY_WARNINGS = [
  'body-uncertain',
  'body-partial',
  'body-short',
  'paywall',
  'too-large',
  'rule-unmatched',
  'rule-too-much',
] as const;

/** Part of a story that is paid for is short, and looks uncertain: one reason is said, the others follow from it. */
export function bodyWarnings(warnings: readonly ArticleWarning[]): readonly (typeof BODY_WARNINGS)[number][] {
  const said = BODY_WARNINGS.filter((warning) => warnings.includes(warning));
  return said.includes('paywall') ? said.filter((warning) => !warning.startsWith('body-')) : said;
}
