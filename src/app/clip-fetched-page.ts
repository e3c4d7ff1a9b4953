import { authoredArticle } from '../core/authored-article.ts';
import type { Article } from '../core/model/article.ts';
import { ClipError } from '../core/model/failure.ts';
import type { FurtherPage } from '../core/model/pages-seen.ts';
import { joinPages } from '../core/pages/join-pages.ts';
import { type ReadPage, readPages } from '../core/pages/read-pages.ts';
import { seePages } from '../core/pages/see-pages.ts';
import { drawByStyleSheets } from '../core/static-page/draw-by-style-sheets.ts';
import { embeddedSheets } from '../core/static-page/embedded-sheets.ts';
import { hideByStyleSheets } from '../core/static-page/hide-by-style-sheets.ts';
import { pageEncoding } from '../core/text/page-encoding.ts';
import { loadClip } from '../platform/load-clip.ts';
import { type FetchedBytes, fetchPage } from './fetch-page.ts';

/** Parses a page into a document in which nothing runs and which loads nothing. */
export type ParsePage = (html: string) => Document;

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';

/** As many as the content script reads of a page that is shown. */
const MOST_ELEMENTS = 120_000;

/** Between two pages of a story, in milliseconds. */
const PAUSE_MS = 1_000;

/**
 * Fetches a page and clips it as it was sent: without its scripts, and without the user's log-ins. The further pages of
 * its story are fetched too, one after another with a pause; those that cannot be had are named in the article. For
 * callers that have a DOM.
 *
 * @throws {PageError} where the page cannot be had.
 * @throws {ClipError} where it holds no story.
 */
export async function clipFetchedPage(url: string, parse: ParsePage, signal: AbortSignal): Promise<Article> {
  const first = await readFetchedPage(url, parse, signal);
  if (first.seen.others.length === 0) return first.article;
  const read = async (further: FurtherPage): Promise<ReadPage> => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return readFetchedPage(further.url, parse, signal);
  };
  const { reasons, ...whole } = await readPages(first, { read, signal });
  if (reasons.size > 0) console.warn('Pages of the story could not be read.', reasons);
  signal.throwIfAborted();
  const { toMarkdown } = (await loadClip()).complete;
  return joinPages(whole, { parse: (html) => parse(html).body, toMarkdown });
}

async function readFetchedPage(url: string, parse: ParsePage, signal: AbortSignal): Promise<ReadPage> {
  const [page, { clip, complete, ...modules }] = await Promise.all([fetchPage(url, ACCEPT, signal), loadClip()]);
  const document = parse(textOf(page));
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) throw new ClipError('too-large');
  const sheets = embeddedSheets(document, CSSStyleSheet);
  hideByStyleSheets(document, sheets);
  drawByStyleSheets(document, sheets);
  const needed = clip.requiredModules(document.documentElement, document);
  const now = new Date();
  const context = { url: page.url, now, modules: clip.modulesOf(needed, modules) };
  // Before the clip, which consumes the document.
  const seen = seePages(document, page.url, context.modules);
  const { article, story } = clip.clipDocument(document, context);
  return { article: complete.completeArticle(authoredArticle(article, context.modules), story, now), seen };
}

/** The text of a page's bytes. @throws {ClipError} where they are none, or no page. */
function textOf({ bytes, contentType, url }: FetchedBytes): string {
  if (bytes.length === 0) throw new ClipError('blank');
  refuseUnlessHtml(contentType);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') throw new ClipError('pdf');
  return new TextDecoder(pageEncoding(bytes, contentType, url)).decode(bytes);
}

function refuseUnlessHtml(contentType: string): void {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  // A value that is not a type is ignored, as browsers do.
  if (!type.includes('/') || type === 'text/html' || type === 'application/xhtml+xml') return;
  if (type === 'application/pdf') throw new ClipError('pdf');
  if (type.startsWith('image/')) throw new ClipError('image', type);
  throw new ClipError('not-html', type);
}
