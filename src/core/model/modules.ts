import type { BylineWords } from './byline-words.ts';
import type { EastAsianByline, EastAsianField, NameShape } from './east-asian-byline.ts';
import type { Phrases } from './phrases.ts';
import type { SiteRules } from './site-rule.ts';

/**
 * What only some pages need. Each is a separate script in the extension (`src/content/modules/`), injected only where
 * the page needs it. The command line has them all (`all-modules.ts`).
 */
export interface Modules {
  /** Formulas as TeX. */
  readonly maths: { readonly textualiseMaths: (root: Element) => void };
  /** Blocks of code without line numbers and buttons. */
  readonly code: { readonly flattenCode: (root: Element) => void };
  /** Pages that are more than a running text: threads of forums, questions with their answers, accordions. */
  readonly structure: {
    readonly readThread: (page: Element) => HTMLElement | undefined;
    readonly openAccordions: (page: Element) => void;
  };
  /** Languages of Europe but for English. */
  readonly european: { readonly phrases: Phrases; readonly bylines: BylineWords };
  /** Chinese, Japanese, Korean. */
  readonly 'east-asian': {
    readonly phrases: Phrases;
    readonly bylines: BylineWords;
    readonly readByline: (line: string) => EastAsianByline | undefined;
    /** The names in an element that is marked as a byline; `undefined` where it holds no East Asian text. */
    readonly readField: (text: string) => EastAsianField | undefined;
    /** How much a text is like a name. */
    readonly shapeOf: (name: string) => NameShape;
  };
  /** What is known of single publishers. */
  readonly sites: SiteRules;
}
