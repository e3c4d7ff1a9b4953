import type { ClipContext } from '../../model/clip-context.ts';
import type { Modules } from '../../model/modules.ts';
import type { SiteRule } from '../../model/site-rule.ts';
import type { Steps } from '../../model/steps.ts';
import { siteRuleFor } from '../../sites/site-rule-for.ts';
import { cleanLine, dropControls } from '../../text/clean-text.ts';
import { type JsonLd, readJsonLd } from './json-ld.ts';
import { type MetaTags, readMetaTags } from './meta-tags.ts';
import { type PageText, readPageText } from './page-text.ts';
import { withoutStaleHead } from './stale-head.ts';

/** What the page says about itself, collected once; every field is read from here. */
export interface PageSources {
  readonly root: Element;
  /** The page's own address. */
  readonly url: URL;
  readonly now: Date;
  readonly meta: MetaTags;
  readonly jsonLd: JsonLd;
  /** The head describes another story than the one that is shown; what it says of that one is left out. */
  readonly isStale: boolean;
  readonly page: PageText;
  /** Text of the title element, white space collapsed. */
  readonly titleElement: string;
  /** What is known of the publisher, unless publisher rules are off. */
  readonly rule: SiteRule | undefined;
  /** The modules that the page needs. */
  readonly modules: Partial<Modules>;
}

const NOWHERE = 'about:blank';

/** Reads the page once for all fields. Only reads: the document stays as it was. */
export function* collectSources(document: Document, context: ClipContext): Steps<PageSources> {
  const root = document.documentElement;
  const url = new URL(URL.canParse(context.url) ? context.url : NOWHERE);
  const page = readPageText(document, root);
  yield;
  const head = {
    meta: readMetaTags(root),
    jsonLd: readJsonLd(root, url.href),
    titleElement: cleanLine(root.querySelector('title')?.textContent ?? ''),
  };
  return {
    root,
    url,
    now: context.now,
    page,
    ...withoutStaleHead(head, { root, url, page }),
    rule: siteRuleFor(context),
    modules: context.modules,
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
