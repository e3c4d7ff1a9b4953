import * as v from 'valibot';
import type { Article, ArticleImage, ArticlePages, ExtractedArticle, Published, Removal, Sourced } from './article.ts';
import type { AuthorEvidence, BylineMark, StatedAuthors } from './author-evidence.ts';
import type { DateEvidence, DateLine, DateMark, JsonLdStatements } from './date-evidence.ts';
import { ownObject, type SchemasOf } from './own-object.ts';

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const texts = v.array(text);

export const publishedSchema = ownObject({
  value: text,
  instant: v.optional(number),
  precision: v.picklist(['day', 'minute', 'second']),
  zone: v.picklist(['stated', 'site', 'assumed', 'none']),
  origin: text,
} satisfies SchemasOf<Published>);

export const imageSchema = ownObject({
  src: text,
  alt: text,
  caption: v.optional(text),
  width: v.optional(number),
  height: v.optional(number),
} satisfies SchemasOf<ArticleImage>);

function removal() {
  return ownObject({
    pass: text,
    reason: text,
    text,
    between: v.optional(v.literal(true)),
  } satisfies SchemasOf<Removal>);
}

function sourced(value: v.GenericSchema): v.GenericSchema {
  return ownObject({ value, origin: text } satisfies SchemasOf<Sourced<unknown>>);
}

function dateMark() {
  return ownObject({
    isTime: v.boolean(),
    words: texts,
    roles: texts,
    region: text,
    line: number,
    label: text,
    text,
    values: texts,
    isMicrodata: v.boolean(),
  } satisfies SchemasOf<DateMark>);
}

function jsonLd() {
  return ownObject({
    published: texts,
    pagePublished: texts,
    created: texts,
    uploaded: texts,
    modified: texts,
  } satisfies SchemasOf<JsonLdStatements>);
}

function dateEvidence() {
  return ownObject({
    pageUrl: v.pipe(
      text,
      v.check((url) => URL.canParse(url)),
    ),
    canonical: text,
    language: text,
    manyMonths: v.boolean(),
    siteZone: v.optional(text),
    siteText: text,
    jsonLd: jsonLd(),
    meta: v.array(v.strictTuple([text, texts])),
    marks: v.array(dateMark()),
    scripts: texts,
    lines: v.array(ownObject({ text, region: text } satisfies SchemasOf<DateLine>)),
    headline: v.optional(number),
  } satisfies SchemasOf<DateEvidence>);
}

function authorEvidence() {
  return ownObject({
    host: text,
    siteNames: texts,
    ruled: text,
    languages: v.array(v.picklist(['european', 'east-asian'])),
    stated: v.array(ownObject({ ofPage: v.boolean(), names: texts, types: texts } satisfies SchemasOf<StatedAuthors>)),
    meta: v.array(v.strictTuple([text, texts])),
    text,
    regions: text,
    marks: v.array(bylineMark()),
    pictures: v.array(ownObject({ alt: text, at: number })),
    headline: v.optional(number),
  } satisfies SchemasOf<AuthorEvidence>);
}

function bylineMark() {
  return ownObject({
    words: texts,
    roles: texts,
    start: number,
    end: number,
    region: text,
    href: text,
    isRel: v.boolean(),
    isByline: v.boolean(),
    isWriterLink: v.boolean(),
    isList: v.boolean(),
  } satisfies SchemasOf<BylineMark>);
}

function pages() {
  return ownObject({ joined: v.array(number), missing: v.array(number) } satisfies SchemasOf<ArticlePages>);
}

/** What every article has, finished or not. */
function common() {
  return {
    url: text,
    pageUrl: text,
    title: sourced(text),
    siteName: sourced(text),
    language: sourced(text),
    description: sourced(text),
    keywords: sourced(texts),
    section: sourced(text),
    leadImage: v.optional(sourced(text)),
    html: text,
    text,
    images: v.array(imageSchema),
    direction: v.picklist(['ltr', 'rtl']),
    pages: v.optional(pages()),
    trace: v.array(removal()),
    warnings: texts,
  } satisfies SchemasOf<Omit<ExtractedArticle, 'dates' | 'authors' | 'undecided'>>;
}

/**
 * Every field of an `ExtractedArticle`. Fields that the type does not have are ignored. Made at each call, as a popup
 * that keeps its schemas takes 60 kB more: it checks one answer or two.
 */
export function extractedArticleSchema(): v.GenericSchema {
  return ownObject({
    ...common(),
    dates: dateEvidence(),
    authors: v.union([sourced(texts), authorEvidence()]),
    undecided: texts,
  } satisfies SchemasOf<ExtractedArticle>);
}

/** Every field of an `Article`; made at each call. */
export function articleSchema(): v.GenericSchema {
  return ownObject({
    ...common(),
    authors: sourced(texts),
    markdown: text,
    published: v.optional(publishedSchema),
    modified: v.optional(publishedSchema),
  } satisfies SchemasOf<Article>);
}
