import type { KeyForm } from '../../model/key-form.ts';
import { listOf, textOf } from '../template/value.ts';
import type { HeaderEntry } from './header-entry.ts';

const LIST_FORMS: ReadonlySet<KeyForm> = new Set(['list', 'lines', 'people']);

/**
 * Returns TiddlyWiki's fields, one `name: value` a line, for the `.meta` file beside a post. An item of a list with a
 * blank is within `[[…]]`, where no `]` may be: the full-width bracket replaces it.
 */
export function wikiFields(entries: readonly HeaderEntry[]): string {
  return entries
    .map(({ key, form, value }) => `${key}: ${LIST_FORMS.has(form) ? items(listOf(value)) : textOf(value)}\n`)
    .join('');
}

function items(list: readonly string[]): string {
  return list
    .map((item) => item.replaceAll(']', '］'))
    .map((item) => (/\s|^\[\[/.test(item) ? `[[${item}]]` : item))
    .join(' ');
}
