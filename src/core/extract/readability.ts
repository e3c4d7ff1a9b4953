import Readability from '@mozilla/readability/Readability.js';

/** Readability's switches (`FLAG_*` in its source). Each attempt that finds too little drops one more. */
const STRIP_UNLIKELY = 1;
const WEIGHT_CLASSES = 2;
const CLEAN_CONDITIONALLY = 4;

/** Readability's own order of attempts, strictest first. */
export const ATTEMPTS: readonly number[] = [
  STRIP_UNLIKELY | WEIGHT_CLASSES | CLEAN_CONDITIONALLY,
  WEIGHT_CLASSES | CLEAN_CONDITIONALLY,
  CLEAN_CONDITIONALLY,
  0,
];

/**
 * Readability as the engine that finds the story's block, without what Jianbao does elsewhere: hidden elements, noscript
 * images, JSON-LD, title, byline and addresses are dealt with before or after, and the retries (which write `innerHTML`,
 * refused under a page's Trusted Types, and keep the whole page as a string) are made by the caller on clones.
 *
 * What it never calls the build leaves out (`scripts/trim-readability.ts`).
 */
class Engine extends Readability {
  constructor(document: Document, flags: number) {
    super(document, { charThreshold: -1 });
    this._flags = flags;
    this._metadata = { byline: 'known' };
    const body = document.body;
    if (body) Object.defineProperty(body, 'innerHTML', { value: '', writable: true, configurable: true });
  }

  /** Readability's `parse`, as far as it finds the story. */
  find(): Element | null {
    this._prepDocument();
    const content = this._grabArticle();
    if (content) this._simplifyNestedElements(content);
    return content;
  }

  override _isProbablyVisible(): boolean {
    return true;
  }

  override _headerDuplicatesTitle(): boolean {
    return false;
  }
}

/** The block that Readability takes for the story with the given switches. The document is consumed. */
export function runReadability(document: Document, flags: number): Element | undefined {
  return new Engine(document, flags).find() ?? undefined;
}
