import type { SaveRequest } from '../library/commands/save-clip.ts';

/** All that our pages ask of the background. */
export interface BackgroundRequests {
  /**
   * Delivers what waits in the outbox; answers when all that can be done now is done. `urgent`: also what is to be
   * tried later only.
   */
  drain(urgent: boolean): void;
  /** Saves what the asking page is saving itself, in case that page is closed before it has, and delivers it. */
  save(request: SaveRequest): void;
}
