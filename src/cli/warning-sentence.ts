import messages from '../../_locales/en/messages.json' with { type: 'json' };
import type { ArticleWarning } from '../core/model/article.ts';

/** What the popup says of a clip that may not be whole; of its date it says so beside the field. */
const SENTENCES: Readonly<Record<ArticleWarning, string>> = {
  'body-uncertain': messages.warning_body_uncertain.message,
  'body-partial': messages.warning_body_partial.message,
  'body-short': messages.warning_body_short.message,
  'pages-missing': messages.warning_pages_missing.message,
  paywall: messages.warning_paywall.message,
  'too-large': messages.warning_too_large.message,
  'rule-unmatched': messages.warning_rule_unmatched.message,
  'rule-too-much': messages.warning_rule_too_much.message,
  'date-unknown': 'The page states no date of publication.',
  'date-zone-unknown': 'The page states a time of publication without its time zone.',
  'date-conflict': 'The page states several dates of publication that do not agree; compare the post with it.',
  'date-future': 'The date of publication is in the future.',
};

/** Returns what to tell the person at the terminal about a doubt. */
export function warningSentence(warning: ArticleWarning): string {
  return SENTENCES[warning];
}
