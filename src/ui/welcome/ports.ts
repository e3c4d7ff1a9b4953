import type { ConnectedTargets } from '../../app/connected-targets.ts';
import type { Preset } from '../../core/model/preset.ts';

/** All that the welcome page needs from the browser. */
export interface WelcomePorts {
  readonly folders: ConnectedTargets;
  /** Makes a connected folder the place that posts go to. */
  chooseTarget(id: string): Promise<unknown>;
  readonly presets: readonly Preset[];
  /** Id of the preset that posts are written in now. */
  readonly preset: string;
  choosePreset(id: string): Promise<unknown>;
  /** Firefox pins buttons in another way, and has no folders. */
  readonly isFirefox: boolean;
  /** The keys that open the popup; empty where none are set. */
  readonly keys: string;
  /** @param part `#place`, or empty for the whole page. */
  openOptions(part: string): void;
}
