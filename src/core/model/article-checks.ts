import type { Article, ArticleImage, ExtractedArticle, Published, Removal, Sourced } from './article.ts';
import type { DateEvidence, DateLine, DateMark, JsonLdStatements } from './date-evidence.ts';
import {
  type Check,
  type ChecksOf,
  isBoolean,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  record,
} from './field-checks.ts';

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

const DATE_MARK: ChecksOf<DateMark> = {
  isTime: isBoolean,
  words: listOf(isText),
  roles: listOf(isText),
  region: isText,
  line: isNumber,
  label: isText,
  text: isText,
  values: listOf(isText),
  isMicrodata: isBoolean,
};

const DATE_LINE: ChecksOf<DateLine> = { text: isText, region: isText };

const IN_JSON: ChecksOf<JsonLdStatements> = {
  published: listOf(isText),
  pagePublished: listOf(isText),
  created: listOf(isText),
  uploaded: listOf(isText),
  modified: listOf(isText),
};

const isNamedContents: Check = (value) =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && listOf(isText)(value[1]);

const DATES: ChecksOf<DateEvidence> = {
  address: (value) => typeof value === 'string' && URL.canParse(value),
  canonical: isText,
  language: isText,
  manyMonths: isBoolean,
  siteZone: optional(isText),
  siteText: isText,
  jsonLd: record(IN_JSON),
  meta: listOf(isNamedContents),
  marks: listOf(record(DATE_MARK)),
  scripts: listOf(isText),
  lines: listOf(record(DATE_LINE)),
  headline: optional(isNumber),
};

/** What every article has, finished or not. */
const COMMON: ChecksOf<Omit<ExtractedArticle, 'dates'>> = {
  url: isText,
  pageUrl: isText,
  title: sourced(isText),
  authors: sourced(listOf(isText)),
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

const ARTICLE: ChecksOf<Article> = {
  ...COMMON,
  markdown: isText,
  published: optional(isPublished),
  modified: optional(isPublished),
};

/** Whether a value has every field of a `ExtractedArticle`, each of the right kind. */
export const isExtractedArticle: Check = record({ ...COMMON, dates: record(DATES) });

/** The same for an `Article`. */
export const isArticle: Check = record(ARTICLE);
