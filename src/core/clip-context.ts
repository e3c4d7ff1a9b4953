import type { Parts } from './parts/parts.ts';

/** What the clip needs to know of the world: nothing in `core/` reads a clock, a location or a global. */
export interface ClipContext {
  /** The address the document was loaded from. */
  readonly url: string;
  /** The moment of clipping: tells a date in the future, resolves nothing else. */
  readonly now: Date;
  /** The parts that the page needs (`neededParts`). */
  readonly parts: Partial<Parts>;
  /** False: publisher rules (`extract/sites/`) are not used, so that the general rules can be measured alone. */
  readonly siteRules?: boolean;
}
