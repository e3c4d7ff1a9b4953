import type { ConnectedTargets } from '../../app/connected-targets.ts';

/** All that the welcome page needs from the browser. */
export interface WelcomePorts {
  readonly folders: ConnectedTargets;
  /** Makes a connected folder the place that posts go to. */
  chooseTarget(id: string): Promise<unknown>;
  /** The keys that open the popup; empty where none are set. */
  readonly keys: string;
  openOptions(): void;
}
