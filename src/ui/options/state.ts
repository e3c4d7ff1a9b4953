import type { ImportProgress, ImportReport } from '../../app/import-folder.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { SiteSettings } from '../../settings/site-settings.ts';
import type { LoadedPresets } from '../../settings/stored-presets.ts';
import type { PlaceState } from './place-actions.ts';
import type { Shortcut } from './ports.ts';

/** A folder being read through, or just read. */
export interface Indexing {
  readonly folderId: string;
  readonly progress?: ImportProgress;
  readonly report?: ImportReport;
  readonly cancel: () => void;
}

/** What the options page shows. */
export interface OptionsState extends LoadedPresets, PlaceState {
  /** What is set for single sites. */
  readonly sites: SiteSettings;
  /** The same before the last change of it on this page. */
  readonly sitesBefore?: SiteSettings;
  readonly shortcuts: readonly Shortcut[];
  readonly indexing?: Indexing;
  /** The user's own presets that were deleted on this page, the last one first. */
  readonly removed: readonly RemovedPreset[];
  readonly failure?: Failure;
}

/** A preset that can be brought back. */
export interface RemovedPreset {
  readonly preset: Preset;
  /** Whether posts were written in it. */
  readonly wasChosen: boolean;
}

/** What the actions of all parts of the page share. */
export interface ActionDeps {
  readonly state: { value: OptionsState };
  readonly set: (changes: Partial<OptionsState>) => void;
  /** Runs an action: what it returns is shown, what failed is said, and gone with the next action. */
  readonly act: (action: () => Promise<Partial<OptionsState>>) => Promise<void>;
}
