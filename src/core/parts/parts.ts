import type { Phrases } from '../extract/languages/phrases.ts';
import type { EastAsianByline } from '../extract/metadata/bylines/east-asian-byline.ts';
import { hasMaths } from '../markdown/maths/maths-forms.ts';
import { PART_NAMES, type PartName } from './part-names.ts';

/**
 * What only some pages need. Each is a script of its own in the extension (`src/content/parts/`), injected where the
 * page asks for it, so that all others need not read it; the command line has them all (`all-parts.ts`).
 */
export interface Parts {
  /** Formulas as TeX. */
  readonly maths: { readonly textualiseMaths: (root: Element) => void };
  /** Languages of Europe but for English. */
  readonly european: { readonly phrases: Phrases };
  /** Chinese, Japanese, Korean. */
  readonly 'east-asian': {
    readonly phrases: Phrases;
    readonly readByline: (line: string) => EastAsianByline | undefined;
  };
}

/** A page's own root element, with its text and the language that it declares. */
interface Signs {
  readonly root: Element;
  readonly text: string;
  readonly language: string;
}

const EAST_ASIAN = /[\u3040-\u9fff\uac00-\ud7a3]/;
/** Letters of Latin with marks, Greek, Cyrillic: no English page has many, nearly all others of Europe have some. */
const MARKED_LETTER = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f]/;
const OTHER_LANGUAGE = /^(?!en|zh|ja|ko)[a-z]/i;
const ENGLISH = /\bthe\b/;

/** Which pages need which part. A page that needs none of a language's is written in English, as far as can be seen. */
const NEEDED: Readonly<Record<PartName, (signs: Signs) => boolean>> = {
  maths: ({ root }) => hasMaths(root),
  european: ({ text, language }) =>
    MARKED_LETTER.test(text) || OTHER_LANGUAGE.test(language) || !(ENGLISH.test(text) || EAST_ASIAN.test(text)),
  'east-asian': ({ text }) => EAST_ASIAN.test(text),
};

/** The names of the parts that a page needs, told by a glance over it. */
export function neededParts(root: Element): PartName[] {
  const signs: Signs = { root, text: root.textContent ?? '', language: root.getAttribute('lang') ?? '' };
  return PART_NAMES.filter((name) => NEEDED[name](signs));
}

/** Of the parts at hand those that a page needs: what it does not need has no say in any place. */
export function partsFor(root: Element, atHand: Partial<Parts>): Partial<Parts> {
  return Object.fromEntries(neededParts(root).map((name) => [name, atHand[name]]));
}
