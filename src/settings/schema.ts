import * as v from 'valibot';
import { isRecord } from '../core/model/is-record.ts';

/** No setting is longer: a bound on what an imported file may bring. */
const MAX_LENGTH = 2000;

/** What each setting may be. Made at each call, as in `store.ts`. */
function fields() {
  const text = v.pipe(v.string(), v.maxLength(MAX_LENGTH));
  return { language: v.picklist(['auto', 'en', 'zh-CN', 'zh-TW']), preset: text, target: text, folder: text };
}

/** Everything that the user may set, each with its default, which replaces a value that is missing or damaged. */
function settingsSchema() {
  const { language, preset, target, folder } = fields();
  return v.object({
    /** Interface language: the browser's, or one that the extension has. */
    language: v.fallback(language, 'auto'),
    /** Id of the preset that posts are written in. */
    preset: v.fallback(preset, 'jekyll'),
    /** Id of the target that posts go to: `downloads`, or a connected one's. */
    target: v.fallback(target, 'downloads'),
    /** Folder below the browser's download folder. */
    folder: v.fallback(folder, 'Jianbao'),
  } satisfies Record<keyof ReturnType<typeof fields>, v.GenericSchema>);
}

export type Settings = Readonly<v.InferOutput<ReturnType<typeof settingsSchema>>>;

/** The settings of a fresh installation. */
export const DEFAULT_SETTINGS: Settings = readSettings({});

/** Returns what was stored, completed: a field that is missing or damaged has its default, an unknown one is left out. */
export function readSettings(stored: unknown): Settings {
  return v.parse(settingsSchema(), isRecord(stored) ? stored : {});
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
  const schemas = fields();
  const isSetting = (name: string): name is keyof typeof schemas => Object.hasOwn(schemas, name);
  const names = Object.keys(imported);
  const known = names.filter((name) => isSetting(name));
  const accepted = known.filter((name) => v.is(schemas[name], imported[name]));
  return {
    // Each value was checked against its schema just now.
    settings: Object.fromEntries(accepted.map((name) => [name, imported[name]])) as Partial<Settings>,
    unknown: names.filter((name) => !isSetting(name)),
    wrong: known.filter((name) => !accepted.includes(name)),
  };
}
