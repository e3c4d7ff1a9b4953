import type { Modules } from './modules.ts';

/** What the clip needs to know of the world: nothing in `core/` reads a clock, a location or a global. */
export interface ClipContext {
  /** The address the document was loaded from. */
  readonly url: string;
  /** The moment of clipping: tells a date in the future, resolves nothing else. */
  readonly now: Date;
  /** The modules that the page needs (`requiredModules`). */
  readonly modules: Partial<Modules>;
  /** False: publisher rules (`extract/sites/`) are not used, so that the general rules can be measured alone. */
  readonly siteRules?: boolean;
}
