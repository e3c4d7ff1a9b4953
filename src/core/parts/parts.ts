import type { BylineWords } from '../extract/languages/byline-words.ts';
import type { Phrases } from '../extract/languages/phrases.ts';
import type { EastAsianByline } from '../extract/metadata/bylines/east-asian-byline.ts';
import type { SiteRules } from '../extract/sites/site-rule.ts';
import { hasMaths } from '../markdown/maths/maths-forms.ts';
import { EAST_ASIAN, MARKED_LETTER } from './likely-parts.ts';
import { PART_NAMES, type PartName } from './part-names.ts';

/**
 * What only some pages need. Each is a script of its own in the extension (`src/content/parts/`), injected where the
 * page asks for it, so that all others need not read it; the command line has them all (`all-parts.ts`).
 */
export interface Parts {
  /** Formulas as TeX. */
  readonly maths: { readonly textualiseMaths: (root: Element) => void };
  /** Languages of Europe but for English. */
  readonly european: { readonly phrases: Phrases; readonly bylines: BylineWords };
  /** Chinese, Japanese, Korean. */
  readonly 'east-asian': {
    readonly phrases: Phrases;
    readonly bylines: BylineWords;
    readonly readByline: (line: string) => EastAsianByline | undefined;
    /** What is known of single publishers; all of them write in Chinese. */
    readonly siteRules: SiteRules;
  };
}

/** A page's own root element, with a sample of its text and the language that it declares. */
interface Signs {
  readonly root: Element;
  readonly sample: string;
  readonly language: string;
}

/** So many letters are more than names and links to editions in other languages. */
const MANY = 20;
const OTHER_LANGUAGE = /^(?!en|zh|ja|ko)[a-z]/i;
const ENGLISH = /\bthe\b/i;

/** Which pages need which part. A page that needs none of a language's is written in English, as far as can be seen. */
const NEEDED: Readonly<Record<PartName, (signs: Signs) => boolean>> = {
  maths: ({ root }) => hasMaths(root),
  european: (signs) =>
    OTHER_LANGUAGE.test(signs.language) ||
    hasMany(MARKED_LETTER, signs.sample) ||
    !(ENGLISH.test(signs.sample) || isEastAsian(signs)),
  'east-asian': isEastAsian,
};

function isEastAsian({ sample, language }: Signs): boolean {
  return /^(?:zh|ja|ko)\b/i.test(language) || hasMany(EAST_ASIAN, sample);
}

function hasMany(letter: RegExp, sample: string): boolean {
  return (sample.match(letter)?.length ?? 0) > MANY;
}

/**
 * The names of the parts that a page needs, told by a glance over it.
 *
 * @param maker any document: of a live page's own, an image's name may hide the methods.
 */
export function neededParts(root: Element, maker: Document): PartName[] {
  const signs: Signs = { root, sample: sampleOf(root, maker), language: root.getAttribute('lang') ?? '' };
  return PART_NAMES.filter((name) => NEEDED[name](signs));
}

/** Of the parts at hand those that are named: what a page does not need has no say in any place. */
export function partsOf(names: readonly PartName[], atHand: Partial<Parts>): Partial<Parts> {
  return Object.fromEntries(names.map((name) => [name, atHand[name]]));
}

/** As much text tells a language: all of a page's text takes a millisecond to get. */
const SAMPLE_LENGTH = 8_000;
const NO_TEXT = new Set(['script', 'style', 'noscript', 'template']);
/** `NodeFilter.SHOW_TEXT`: the class itself is a global. */
const TEXTS = 4;

/** Where running text stands on most pages, behind the title. Asked for together they cost less than a walk. */
const RUNNING_TEXT = 'title, h1, h2, p';
/** Less of them is a page that uses none. */
const TOO_SHORT = 1_000;

/** The beginning of a page's text, its title first. */
function sampleOf(root: Element, maker: Document): string {
  let sample = '';
  for (const { textContent } of root.querySelectorAll(RUNNING_TEXT)) {
    sample += `${textContent}\n`;
    if (sample.length >= SAMPLE_LENGTH) break;
  }
  return sample.length < TOO_SHORT ? wholeSampleOf(maker.createTreeWalker(root, TEXTS)) : sample;
}

function wholeSampleOf(walker: TreeWalker): string {
  let sample = '';
  while (sample.length < SAMPLE_LENGTH && walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (!NO_TEXT.has(parentElement?.localName ?? '')) sample += nodeValue;
  }
  return sample;
}
