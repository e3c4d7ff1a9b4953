import type { Translator } from '../../i18n/translator.ts';

const NAMED = 3;

/** Names what cut-off writes left in a folder; empty where there is nothing. They are the user's to delete, not ours. */
export function leftoversText({ count }: Translator, leftovers: readonly string[]): string {
  if (leftovers.length === 0) return '';
  const names = leftovers.slice(0, NAMED).join(', ');
  return `${count('leftoversFound', leftovers.length)} ${names}${leftovers.length > NAMED ? ' …' : ''}`;
}
