import { authoredArticle } from '../core/authored-article.ts';
import { openBlocks } from '../core/blocks/block-session.ts';
import { clipDocument } from '../core/clip-document.ts';
import { completeArticle } from '../core/complete-article.ts';
import { toMarkdown } from '../core/markdown/to-markdown.ts';
import type { Article } from '../core/model/article.ts';
import { ClipError } from '../core/model/failure.ts';
import type { SiteRule } from '../core/model/site-rule.ts';
import { ALL_MODULES } from '../core/modules/all-modules.ts';
import { modulesOf, requiredModules } from '../core/modules/modules.ts';
import { joinPages } from '../core/pages/join-pages.ts';
import type { PagesRead, ReadPage } from '../core/pages/read-pages.ts';
import { seePages } from '../core/pages/see-pages.ts';
import { findSiteRule } from '../core/sites/find-site-rule.ts';
import { drawByStyleSheets } from '../core/static-page/draw-by-style-sheets.ts';
import { hideByStyleSheets } from '../core/static-page/hide-by-style-sheets.ts';
import { capDepth } from './cap-depth.ts';
import { parsePage } from './page-tree/parse-page.ts';
import { readStyleSheets } from './read-style-sheets.ts';
import { xhtmlAsHtml } from './xhtml-as-html.ts';

/** A page as it was read: its text and the address it counts as. */
export interface Page {
  readonly url: string;
  readonly html: string;
  /** Whether it is XHTML by its type; by its looks alone no page is. */
  readonly isXhtml?: boolean;
}

/** A larger page takes minutes, and gigabytes of memory. */
const MOST_ELEMENTS = 300_000;

/** Clips a page. @see readStoryPage */
export async function clipPage(...args: Parameters<typeof readStoryPage>): Promise<Article> {
  return (await readStoryPage(...args)).article;
}

/** Joins the pages of a story. */
export async function joinStoryPages(pages: PagesRead): Promise<Article> {
  return joinPages(pages, { parse: (html) => parsePage(html, 'about:blank').body, toMarkdown });
}

/**
 * Clips a page, and looks for further pages of its story: no script of it runs, nothing that it names is loaded.
 *
 * @param siteRules false: without the publisher rules, to measure the general ones.
 * @param ownRules the user's own rules.
 * @throws {ClipError} as `clipDocument`; `too-large` where it has too many elements, or is nested too deeply for this process.
 */
export async function readStoryPage(
  page: Page,
  now: Date,
  siteRules = true,
  ownRules: readonly SiteRule[] = [],
): Promise<ReadPage> {
  const html = capDepth(page.isXhtml ? xhtmlAsHtml(page.html, await import('jsdom')) : page.html);
  try {
    const document = parsePage(html, page.url);
    if (document.querySelectorAll('*').length > MOST_ELEMENTS) throw new ClipError('too-large');
    const sheets = readStyleSheets(document);
    hideByStyleSheets(document, sheets);
    drawByStyleSheets(document, sheets);
    const modules = modulesOf(requiredModules(document.documentElement, document), ALL_MODULES);
    // Before the clip, which consumes the document.
    const seen = seePages(document, page.url, modules);
    const rule = findSiteRule(page.url, ownRules);
    const blocks = rule && openBlocks(document, page.url, { rule });
    const { article, story } = clipDocument(document, {
      ...{ url: page.url, now, siteRules, modules },
      ...(blocks ? { blocks, ownSiteRules: blocks.ownSiteRules } : {}),
    });
    return { article: completeArticle(authoredArticle(article, modules), story, now), seen };
  } catch (error) {
    // By name: jsdom's window is another realm, with a separate RangeError.
    if (error instanceof Error && error.name === 'RangeError') throw new ClipError('too-large', error.message);
    throw error;
  }
}
