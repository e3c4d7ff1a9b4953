import { isRecord } from '../core/model/field-checks.ts';
import { choice, type Field, text } from './field.ts';

/** Everything that the user may set. A field's initial value is its default and determines its type. */
const SCHEMA = {
  /** Interface language: the browser's, or one that the extension has. */
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

/** The settings of a fresh installation. */
export const DEFAULT_SETTINGS: Settings = readSettings({});

/** What was stored, made whole: a field that is missing or damaged has its default, an unknown one is left out. */
export function readSettings(stored: unknown): Settings {
  const values = isRecord(stored) ? stored : {};
  return fromFields((name, field) => (field.accepts(values[name]) ? values[name] : field.initial));
}

/** Settings out of a file: what of it can be used, and what cannot. */
export interface ImportedSettings {
  readonly settings: Partial<Settings>;
  /** Names of settings that this version does not know. */
  readonly unknown: readonly string[];
  /** Names of settings whose values this version does not take. */
  readonly wrong: readonly string[];
}

/** Sorts settings from a file, which may be of a newer version, damaged or hostile. Absent ones stay absent. */
export function importSettings(imported: unknown): ImportedSettings {
  if (!isRecord(imported)) return { settings: {}, unknown: [], wrong: ['settings'] };
  const fields: Readonly<Record<string, Field<string>>> = SCHEMA;
  const names = Object.keys(imported);
  const known = names.filter((name) => Object.hasOwn(fields, name));
  const accepted = known.filter((name) => fields[name]?.accepts(imported[name]));
  return {
    // Each value was accepted by its field just now.
    settings: Object.fromEntries(accepted.map((name) => [name, imported[name]])) as Partial<Settings>,
    unknown: names.filter((name) => !Object.hasOwn(fields, name)),
    wrong: known.filter((name) => !accepted.includes(name)),
  };
}

function fromFields(pick: (name: string, field: Field<string>) => unknown): Settings {
  const entries = Object.entries(SCHEMA).map(([name, field]) => [name, pick(name, field)]);
  // Each value is its field's default or was accepted by its field, which is what Settings says.
  return Object.fromEntries(entries) as Settings;
}
