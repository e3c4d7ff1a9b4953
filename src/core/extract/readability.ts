import { Readability } from '@mozilla/readability';

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
 * images, JSON-LD, title and byline are dealt with before, and the retries (which write `innerHTML`, refused under a
 * page's Trusted Types, and keep the whole page as a string) are made by the caller on clones.
 */
class Engine extends Readability<Node> {
  declare _flags: number;

  constructor(document: Document, flags: number) {
    super(document, { serializer: (node) => node, keepClasses: true, disableJSONLD: true, charThreshold: -1 });
    this._flags = flags;
    const body = document.body;
    if (body) Object.defineProperty(body, 'innerHTML', { value: '', writable: true, configurable: true });
  }

  _isProbablyVisible(): boolean {
    return true;
  }

  _unwrapNoscriptImages(): void {}

  _removeScripts(): void {}

  _getArticleMetadata(): { title: string; byline: string } {
    return { title: '', byline: 'known' };
  }

  _headerDuplicatesTitle(): boolean {
    return false;
  }

  _isUrl(text: string): boolean {
    return URL.canParse(text);
  }

  /** Addresses are absolute already. */
  _fixRelativeUris(): void {}
}

/** The block that Readability takes for the story with the given switches. The document is consumed. */
export function runReadability(document: Document, flags: number): Element | undefined {
  const content = new Engine(document, flags).parse()?.content;
  return content ? (content as Element) : undefined;
}
