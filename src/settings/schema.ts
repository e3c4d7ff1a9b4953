import { isRecord } from '../core/model/is-record.ts';

/** No setting is longer: a bound on what an imported file may bring. */
const MAX_LENGTH = 2000;

/** Everything that the user may set. */
export type Settings = {
  /** Interface language: the browser's, or one that the extension has. */
  readonly language: (typeof LANGUAGES)[number];
  /** Id of the preset that posts are written in. */
  readonly preset: string;
  /** Id of the target that posts go to: `downloads`, or a connected one's. */
  readonly target: string;
  /** Folder below the browser's download folder. */
  readonly folder: string;
};

const LANGUAGES = ['auto', 'en', 'zh-CN', 'zh-TW'] as const;

/** The settings of a fresh installation. Each replaces a value that is missing or damaged. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  preset: 'jekyll',
  target: 'downloads',
  folder: 'Jianbao',
};

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(DEFAULT_SETTINGS, name);

/** Whether a setting may have a value. Plain code: every popup reads the settings, and a schema takes memory to be read. */
function takes(name: keyof Settings, value: unknown): boolean {
  if (name === 'language') return LANGUAGES.some((language) => language === value);
  return typeof value === 'string' && value.length <= MAX_LENGTH;
}

/** Returns what was stored, completed: a field that is missing or damaged has its default, an unknown one is left out. */
export function readSettings(stored: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...importSettings(isRecord(stored) ? stored : {}).settings };
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
  const names = Object.keys(imported);
  const known = names.filter((name) => isSetting(name));
  const accepted = known.filter((name) => takes(name, imported[name]));
  return {
    // Each value was checked just now.
    settings: Object.fromEntries(accepted.map((name) => [name, imported[name]])) as Partial<Settings>,
    unknown: names.filter((name) => !isSetting(name)),
    wrong: known.filter((name) => !accepted.includes(name)),
  };
}
