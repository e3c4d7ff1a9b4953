import type { Article, ArticleWarning, Sourced } from '../../article.ts';
import type { ClipContext } from '../../clip-context.ts';

/** Every field of an `Article` that is not its body. */
export type MetadataFields = Omit<Article, 'html' | 'markdown' | 'text' | 'images' | 'trace' | 'warnings'>;

export interface PageMetadata {
  readonly fields: MetadataFields;
  readonly warnings: readonly ArticleWarning[];
}

const NOTHING: Sourced<string> = { value: '', origin: 'none' };

/** Reads what the page says about the story. Never throws; an unknown field is empty with origin `none`. */
export function readMetadata(document: Document, context: ClipContext): PageMetadata {
  const url = context.url;
  const title = document.querySelector('h1')?.textContent?.trim() ?? document.title;
  return {
    fields: {
      url,
      pageUrl: url,
      title: { value: title, origin: 'heading' },
      authors: { value: [], origin: 'none' },
      siteName: { value: URL.canParse(url) ? new URL(url).hostname : '', origin: 'host' },
      language: { value: document.documentElement.lang, origin: 'html-lang' },
      description: NOTHING,
      keywords: { value: [], origin: 'none' },
      section: NOTHING,
      direction: 'ltr',
    },
    warnings: ['date-unknown'],
  };
}
