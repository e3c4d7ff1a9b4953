import type { Article, ArticleImage } from '../core/model/article.ts';

/** What a page fixture expects of its clip beside the body, which is `expected.md`: values, wherever they were found. */
export interface FixtureExpectation {
  /** The address that the page is clipped at. */
  readonly pageUrl: string;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly siteName: string;
  readonly language: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly section: string;
  readonly leadImage: string | null;
  readonly images: readonly ArticleImage[];
}

/** Clips of fixtures are made at this moment, so that no result depends on the day. */
export const FIXTURE_NOW = new Date('2026-01-01T00:00:00Z');

/** Inline scripts longer than this are programs; shorter ones may state the story's date or author. */
const LONGEST_SCRIPT = 2000;

export function expectationOf(article: Article): FixtureExpectation {
  return {
    pageUrl: article.pageUrl,
    url: article.url,
    title: article.title.value,
    authors: article.authors.value,
    published: article.published?.value ?? null,
    modified: article.modified?.value ?? null,
    siteName: article.siteName.value,
    language: article.language.value,
    description: article.description.value,
    keywords: article.keywords.value,
    section: article.section.value,
    leadImage: article.leadImage?.value ?? null,
    images: article.images,
  };
}

/**
 * Takes out of a page what no clip reads and a repository should not hold: programs, style sheets of others, frames.
 * JSON-LD, short inline scripts and inline styles stay: extraction reads the first two and sees the third's effect.
 */
export function slimPage(document: Document): void {
  for (const script of document.querySelectorAll('script')) {
    const isData = /json/i.test(script.type) || script.id.includes('__NEXT');
    const isShort = !script.src && (script.textContent ?? '').length <= LONGEST_SCRIPT;
    if (!isData && !isShort) script.remove();
  }
  for (const element of document.querySelectorAll(
    'link:not([rel=canonical], [rel=amphtml], [rel=author]), iframe, object',
  )) {
    element.remove();
  }
  for (const meta of document.querySelectorAll('meta[charset], meta[http-equiv="content-type" i]')) meta.remove();
  const charset = document.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  document.head.prepend(charset, '\n');
}
