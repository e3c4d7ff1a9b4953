import messages from '../../_locales/en/messages.json' with { type: 'json' };
import type { ArticleWarning } from '../core/model/article.ts';

const MESSAGES: Readonly<Record<string, { readonly message: string }>> = messages;

/** Returns what the popup says of a clip that may not be whole; undefined for a warning that concerns its date. */
export function warningSentence(warning: ArticleWarning): string | undefined {
  return MESSAGES[`warning_${warning.replaceAll('-', '_')}`]?.message;
}
