import { isRecord } from '../core/model/field-checks.ts';
import { choice, type Field, text } from './field.ts';

/** Everything that the user may set. A field's initial value is its default and gives its type. */
const SCHEMA = {
  /** Interface language: the browser's, or one of ours. */
  language: choice('auto', 'en', 'zh-CN', 'zh-TW'),
  /** Id of the preset that posts are written in. */
  preset: text('jekyll'),
  /** Id of the target that posts go to: `downloads`, or a connected folder's. */
  target: text('downloads'),
  /** Folder below the browser's download folder. */
  folder: text('Jianbao'),
};

export type Settings = {
  readonly [K in keyof typeof SCHEMA]: (typeof SCHEMA)[K] extends Field<infer T> ? T : never;
};

/** What is in the value that cannot be a setting: the field's name, or `settings` for the whole. */
export class SettingsError extends Error {
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.name = 'SettingsError';
    this.field = field;
  }
}

/** The settings of a fresh installation. */
export const DEFAULT_SETTINGS: Settings = readSettings({});

/** What was stored, made whole: a field that is missing or damaged has its default, an unknown one is left out. */
export function readSettings(stored: unknown): Settings {
  const values = isRecord(stored) ? stored : {};
  return fromFields((name, field) => (field.accepts(values[name]) ? values[name] : field.initial));
}

/**
 * Settings from a file of the user's, all of it or nothing. Absent fields have their default.
 *
 * @throws {SettingsError} naming the first field that is unknown or has a wrong value.
 */
export function checkSettings(imported: unknown): Settings {
  if (!isRecord(imported)) throw new SettingsError('settings', 'not a list of fields and values');
  const unknown = Object.keys(imported).find((name) => !Object.hasOwn(SCHEMA, name));
  if (unknown !== undefined) throw new SettingsError(unknown, 'no such setting');
  return fromFields((name, field) => {
    if (!Object.hasOwn(imported, name)) return field.initial;
    if (!field.accepts(imported[name])) throw new SettingsError(name, `takes ${field.takes}`);
    return imported[name];
  });
}

function fromFields(pick: (name: string, field: Field<string>) => unknown): Settings {
  const entries = Object.entries(SCHEMA).map(([name, field]) => [name, pick(name, field)]);
  // Each value is its field's default or was accepted by its field, which is what Settings says.
  return Object.fromEntries(entries) as Settings;
}
