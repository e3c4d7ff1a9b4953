import type { ArticleImage, PageArticle, Published, Removal, Sourced } from './article.ts';
import { type Check, type ChecksOf, isNumber, isText, listOf, oneOf, optional, record } from './field-checks.ts';

const PUBLISHED: ChecksOf<Published> = {
  value: isText,
  instant: optional(isNumber),
  precision: oneOf('day', 'minute', 'second'),
  zone: oneOf('stated', 'site', 'assumed', 'none'),
  origin: isText,
};

const IMAGE: ChecksOf<ArticleImage> = {
  src: isText,
  alt: isText,
  caption: optional(isText),
  width: optional(isNumber),
  height: optional(isNumber),
};

const REMOVAL: ChecksOf<Removal> = { pass: isText, reason: isText, text: isText };

export const isPublished: Check = record(PUBLISHED);
export const isImage: Check = record(IMAGE);

function sourced(value: Check): Check {
  const fields: ChecksOf<Sourced<unknown>> = { value, origin: isText };
  return record(fields);
}

const PAGE_ARTICLE: ChecksOf<PageArticle> = {
  url: isText,
  pageUrl: isText,
  title: sourced(isText),
  authors: sourced(listOf(isText)),
  published: optional(isPublished),
  modified: optional(isPublished),
  siteName: sourced(isText),
  language: sourced(isText),
  description: sourced(isText),
  keywords: sourced(listOf(isText)),
  section: sourced(isText),
  leadImage: optional(sourced(isText)),
  html: isText,
  text: isText,
  images: listOf(isImage),
  direction: oneOf('ltr', 'rtl'),
  trace: listOf(record(REMOVAL)),
  warnings: listOf(isText),
};

/** Whether a value has every field of a `PageArticle`, each of the right kind. */
export const isPageArticle: Check = record(PAGE_ARTICLE);

/** The same for an `Article`. */
export const isArticle: Check = record({ ...PAGE_ARTICLE, markdown: isText });
