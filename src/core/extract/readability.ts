import Readability from '@mozilla/readability/Readability.js';
import type { Steps } from '../model/steps.ts';
import { rowsOfText } from './clean/rows.ts';
import { hideOrdinaryNames } from './ordinary-names.ts';

/** Readability's switches (`FLAG_*` in its source). An attempt that finds too little is followed by one with fewer. */
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
 * Readability as the engine that finds the story's block. Other steps handle hidden elements, noscript images, JSON-LD,
 * title, byline and addresses. The caller makes the retries on clones: Readability's own write `innerHTML`, which a
 * page's Trusted Types refuse, and keep the whole page as a string.
 *
 * The build leaves out what it never calls (`scripts/trim-readability.ts`).
 */
class Engine extends Readability {
  #rows: ReadonlySet<Element> = new Set();

  constructor(document: Document, flags: number) {
    super(document, { charThreshold: -1 });
    this._flags = flags;
    this._metadata = { byline: 'known' };
    const body = document.body;
    if (body) Object.defineProperty(body, 'innerHTML', { value: '', writable: true, configurable: true });
  }

  /** Readability's `parse`, as far as it finds the story. */
  *find(): Steps<Element | null> {
    const { unlikelyCandidates, negative } = this.REGEXPS;
    const restoreNames = hideOrdinaryNames(this._doc.body, [unlikelyCandidates, negative]);
    this.#rows = rowsOfText(this._doc.body);
    yield;
    this._prepDocument();
    yield;
    const content = this._grabArticle();
    yield;
    restoreNames();
    if (content) this._simplifyNestedElements(content);
    return content;
  }

  override _isProbablyVisible(): boolean {
    return true;
  }

  /** Keeps the rows of a text that Readability would judge one by one. */
  override _removeNodes(nodes: readonly Element[], isUnwanted?: (node: Element, at: number) => boolean): void {
    const judge = (node: Element, at: number): boolean => !isUnwanted || isUnwanted.call(this, node, at);
    super._removeNodes(nodes, (node, at) => !this.#rows.has(node) && judge(node, at));
  }

  override _headerDuplicatesTitle(): boolean {
    return false;
  }
}

/** Returns the block that Readability takes for the story with the given switches. Changes the document. */
export function* runReadability(document: Document, flags: number): Steps<Element | undefined> {
  return (yield* new Engine(document, flags).find()) ?? undefined;
}
