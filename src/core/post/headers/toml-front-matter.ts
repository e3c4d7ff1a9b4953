import { stringify, TomlDate, type TomlPrimitive } from 'smol-toml';
import type { KeyForm } from '../../model/key-form.ts';
import { listOf, textOf, type Value } from '../template/value.ts';
import type { HeaderEntry } from './header-entry.ts';

/** A date, a local time or a time with its offset: what TOML writes unquoted. */
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Text becomes a basic string whatever the form, so `text` and `quoted` are the same. */
const VALUES: Readonly<Record<KeyForm, (value: Value) => TomlPrimitive>> = {
  text: textOf,
  quoted: textOf,
  list: (value) => [...listOf(value)],
  lines: (value) => [...listOf(value)],
  date: (value) => (DATE.test(textOf(value)) ? new TomlDate(textOf(value)) : textOf(value)),
  number: (value) => (/^-?(?:0|[1-9]\d{0,14})$/.test(textOf(value)) ? Number(textOf(value)) : textOf(value)),
  boolean: (value) => (/^(?:true|false)$/.test(textOf(value)) ? textOf(value) === 'true' : textOf(value)),
  people: (value) => listOf(value).map((name) => ({ name })),
};

/**
 * Returns the TOML of a post's front matter. The first dot in a key separates a table from the key within it:
 * `extra.source` is `source` in the table `[extra]`. Tables follow all other keys, as TOML requires.
 */
export function tomlFrontMatter(entries: readonly HeaderEntry[]): string {
  const root = new Map<string, TomlPrimitive>();
  const tables = new Map<string, Map<string, TomlPrimitive>>();
  for (const { key, form, value } of entries) {
    const [name = '', inner] = key.split(/\.(.*)/s);
    const written = VALUES[form](value);
    if (inner === undefined || inner === '') root.set(key, written);
    else tables.set(name, (tables.get(name) ?? new Map()).set(inner, written));
  }
  for (const [name, table] of tables) root.set(name, Object.fromEntries(table));
  return stringify(Object.fromEntries(root));
}
