import type { KeyForm } from '../../model/key-form.ts';
import { listOf, textOf } from '../template/value.ts';
import type { HeaderEntry } from './header-entry.ts';

const LIST_FORMS: ReadonlySet<KeyForm> = new Set(['list', 'lines', 'people']);

/**
 * Returns `Key: value` lines, as Pelican and Python-Markdown's `meta` read them. Values are bare: a quotation mark would
 * be part of the value. A line without a value would take the next one's, so it is left out.
 */
export function metadataLines(entries: readonly HeaderEntry[]): string {
  return entries
    .map(({ key, form, value }) => [key, LIST_FORMS.has(form) ? items(listOf(value)) : textOf(value)] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key}: ${text}\n`)
    .join('');
}

/**
 * Items are separated by semicolons where there is one in the text, else by commas (Pelican 4.8,
 * `ensure_metadata_list`). An item cannot hold a semicolon: the full-width one replaces it.
 */
function items(list: readonly string[]): string {
  const joined = list.map((item) => item.replaceAll(';', '；')).join('; ');
  return list.length === 1 && joined.includes(',') ? `${joined};` : joined;
}
