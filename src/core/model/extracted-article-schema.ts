import * as v from 'valibot';
import type { ExtractedArticle } from './article.ts';
import { articleFields, sourced } from './article-fields.ts';
import type { AuthorEvidence, BylineMark, StatedAuthors } from './author-evidence.ts';
import type { DateEvidence, DateLine, DateMark, JsonLdStatements } from './date-evidence.ts';
import { ownObject, type SchemasOf } from './own-object.ts';

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const texts = v.array(text);

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

/**
 * Every field of an `ExtractedArticle`. Fields that the type does not have are ignored. Made at each call, as a popup
 * that keeps its schemas takes 60 kB more: it checks one answer or two.
 */
export function extractedArticleSchema(): v.GenericSchema {
  return ownObject({
    ...articleFields(),
    dates: dateEvidence(),
    authors: v.union([sourced(texts), authorEvidence()]),
    undecided: texts,
  } satisfies SchemasOf<ExtractedArticle>);
}
