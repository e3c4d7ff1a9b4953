/**
 * Why something of a backup's settings is not taken. `unknown`: of a newer version · `wrong`: a value that is not taken ·
 * `other-browser`: a target of the browser that was backed up · `own-differs`: there is another one of that name here.
 */
export type SettingLeft = 'unknown' | 'wrong' | 'other-browser' | 'own-differs';

export interface RestoredSettings {
  /** What is different now: names of settings, presets by their labels, and sites. */
  readonly taken: readonly string[];
  readonly left: readonly LeftSetting[];
}

export interface LeftSetting {
  readonly name: string;
  readonly reason: SettingLeft;
}
