import type { Modules } from './modules.ts';
import type { BlockSession } from './page-blocks.ts';
import type { SiteRule } from './site-rule.ts';

/** What the clip needs to know of the world: nothing in `core/` reads a clock, a location or a global. */
export interface ClipContext {
  /** The address the document was loaded from. */
  readonly url: string;
  /** The moment of clipping: tells a date in the future, resolves nothing else. */
  readonly now: Date;
  /** The modules that the page needs (`requiredModules`). */
  readonly modules: Partial<Modules>;
  /** False: publisher rules (`core/sites/`) are not used, so that the general rules can be measured alone. */
  readonly siteRules?: boolean;
  /** The user's own rules, checked by `site-rule-schema.ts`. They count before the built-in ones. Need the module `sites`. */
  readonly ownSiteRules?: readonly SiteRule[];
  /** The user's own rule for the page, and the list of its blocks where it was asked for (`blocks/block-session.ts`). */
  readonly blocks?: BlockSession;
}
