import type { ConnectedTargets } from '../../app/connected-targets.ts';
import type { Draft } from '../../core/model/draft.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { Post } from '../../core/post/to-post.ts';
import type { PresetTargets } from '../../settings/preset-targets.ts';
import type { Settings } from '../../settings/schema.ts';
import type { SiteSettings } from '../../settings/site-settings.ts';
import type { LoadedPresets, PresetChanges } from '../../settings/stored-presets.ts';

/** A keyboard command of the extension, as the browser has it now. */
export interface Shortcut {
  readonly name: string;
  /** Empty where none is set. */
  readonly keys: string;
}

/** All that the options page needs from the world. */
export interface OptionsPorts {
  readonly now: () => number;
  changeSettings(changes: Partial<Settings>): Promise<Settings>;
  loadPresets(): Promise<LoadedPresets>;
  loadPresetTargets(): Promise<PresetTargets>;
  changePresetTargets(presetId: string, ids: readonly string[]): Promise<PresetTargets>;
  saveOwnPreset(preset: Preset): Promise<void>;
  removeOwnPreset(id: string): Promise<void>;
  changeBuiltIn(id: string, changes: PresetChanges): Promise<void>;
  writePost(draft: Draft, preset: Preset): Promise<Post>;
  saveSites(sites: SiteSettings): Promise<void>;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Hands the user a file. */
  giveFile(name: string, text: string): void;
  /** Reloads the page, with this at the end of its address. */
  loadAnew(hash: string): void;
  /** Puts a text on the clipboard. False where the browser does not let us. */
  copy(text: string): Promise<boolean>;
  readonly folders: ConnectedTargets;
}
