import type { ClipContext } from '../../../clip-context.ts';
import type { Parts } from '../../../parts/parts.ts';
import { englishBylines } from '../../languages/english.ts';
import type { SiteRule } from '../../sites/site-rule.ts';
import { siteRulesOf } from '../../sites/site-rules-of.ts';
import { BylineReader } from '../bylines/byline-reader.ts';
import { cleanLine, dropControls } from './clean-text.ts';
import { type JsonLd, readJsonLd } from './json-ld.ts';
import { type MetaTags, readMetaTags } from './meta-tags.ts';
import { type PageText, readPageText } from './page-text.ts';

/** What the page says about itself, collected once; every field is read from here. */
export interface PageFacts {
  readonly root: Element;
  /** The page's own address. */
  readonly url: URL;
  readonly now: Date;
  readonly meta: MetaTags;
  readonly jsonLd: JsonLd;
  readonly page: PageText;
  /** Text of the title element, white space collapsed. */
  readonly titleElement: string;
  /** What is known of the publisher, unless publisher rules are off. */
  readonly rule: SiteRule | undefined;
  /** Whether the page may be in a language of Europe other than English. */
  readonly isEuropean: boolean;
  /** Reads bylines in the languages of the page. */
  readonly bylines: BylineReader;
  /** Reads bylines of East Asia, on pages with text of theirs. */
  readonly readEastAsianByline: Parts['east-asian']['readByline'] | undefined;
}

const NOWHERE = 'about:blank';

/** Reads the page once for all fields. Only reads: the document stays as it was. */
export function collectFacts(document: Document, context: ClipContext): PageFacts {
  const root = document.documentElement;
  const url = new URL(URL.canParse(context.url) ? context.url : NOWHERE);
  return {
    root,
    url,
    now: context.now,
    meta: readMetaTags(root),
    jsonLd: readJsonLd(root, url.href),
    page: readPageText(document, root),
    titleElement: cleanLine(root.querySelector('title')?.textContent ?? ''),
    rule: siteRulesOf(context)?.find(context.url),
    isEuropean: context.parts.european !== undefined,
    bylines: new BylineReader([
      englishBylines,
      ...[context.parts.european, context.parts['east-asian']].flatMap((part) => part?.bylines ?? []),
    ]),
    readEastAsianByline: context.parts['east-asian']?.readByline,
  };
}

/** The text of the first element that a list of selectors finds; empty where none does. Line breaks become spaces. */
export function firstText(root: Element, selectors: readonly string[] = []): string {
  for (const selector of selectors) {
    const text = cleanLine(dropControls(root.querySelector(selector)?.textContent ?? ''));
    if (text !== '') return text;
  }
  return '';
}
