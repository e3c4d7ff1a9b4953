import { mayBeManual } from '../extract/manual/manual-signs.ts';
import { mayHaveAccordion } from '../extract/prepare/accordion-signs.ts';
import { classNames } from '../extract/prepare/class-names.ts';
import { mayBeLive, mayBeRecipe } from '../extract/prepare/structure-signs.ts';
import { mayBeThread } from '../extract/thread/thread-forms.ts';
import { hasMaths } from '../markdown/maths/maths-forms.ts';
import { CODE_FORMS } from '../markdown/normalize/code-forms.ts';
import { MODULE_NAMES, type ModuleName } from '../model/module-names.ts';
import type { Modules } from '../model/modules.ts';
import { EAST_ASIAN, MARKED_LETTER } from './letters.ts';

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

/** Which pages need which module. A page that needs no language module is in English, as far as can be determined. */
const NEEDED: Readonly<Record<ModuleName, (signs: Signs) => boolean>> = {
  maths: ({ root }) => hasMaths(root),
  code: ({ root }) => root.querySelector(CODE_FORMS) !== null,
  structure: ({ root }) => {
    const names = classNames(root);
    if (mayHaveAccordion(root, names) || mayBeThread(root)) return true;
    return mayBeLive(root, names) || mayBeRecipe(root, names) || mayBeManual(root);
  },
  european: (signs) =>
    OTHER_LANGUAGE.test(signs.language) ||
    hasMany(MARKED_LETTER, signs.sample) ||
    !(ENGLISH.test(signs.sample) || isEastAsian(signs)),
  'east-asian': isEastAsian,
  // Most rules are for these pages. For others the address decides (`modules-for-address.ts`).
  sites: isEastAsian,
  // The popup decides after it has the story, and blocks need it always (`content/clip-page.ts`).
  authors: () => false,
};

function isEastAsian({ sample, language }: Signs): boolean {
  return /^(?:zh|ja|ko)\b/i.test(language) || hasMany(EAST_ASIAN, sample);
}

function hasMany(letter: RegExp, sample: string): boolean {
  return (sample.match(letter)?.length ?? 0) > MANY;
}

/**
 * The names of the modules that a page needs, told by a glance over it.
 *
 * @param maker any document: of a live page's own, an image's name may hide the methods.
 */
export function requiredModules(root: Element, maker: Document): ModuleName[] {
  const signs: Signs = { root, sample: sampleOf(root, maker), language: root.getAttribute('lang') ?? '' };
  return MODULE_NAMES.filter((name) => NEEDED[name](signs));
}

/**
 * Returns, of the available modules, the named ones, the site rules, which only a page that they are for can feel, and what
 * reads authors.
 */
export function modulesOf(names: readonly ModuleName[], available: Partial<Modules>): Partial<Modules> {
  return Object.fromEntries([...names, 'sites' as const, 'authors' as const].map((name) => [name, available[name]]));
}

/** As much text tells a language: all of a page's text takes a millisecond to get. */
const SAMPLE_LENGTH = 8_000;
const NO_TEXT = new Set(['script', 'style', 'noscript', 'template']);
/** `NodeFilter.SHOW_TEXT`: the class itself is a global. */
const TEXTS = 4;

/** Where running text is on most pages, after the title. One query for all costs less than a walk. */
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
