import * as v from 'valibot';
import type { ArticleImage, ArticlePages, ExtractedArticle, Removal, Sourced } from './article.ts';
import { ownObject, type SchemasOf } from './own-object.ts';

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const texts = v.array(text);

export function imageSchema() {
  return ownObject({
    src: text,
    alt: text,
    caption: v.optional(text),
    width: v.optional(number),
    height: v.optional(number),
  } satisfies SchemasOf<ArticleImage>);
}

function removal() {
  return ownObject({
    pass: text,
    reason: text,
    text,
    between: v.optional(v.literal(true)),
  } satisfies SchemasOf<Removal>);
}

/** A value of a page, with where it was found. */
export function sourced(value: v.GenericSchema): v.GenericSchema {
  return ownObject({ value, origin: text } satisfies SchemasOf<Sourced<unknown>>);
}

function pages() {
  return ownObject({ joined: v.array(number), missing: v.array(number) } satisfies SchemasOf<ArticlePages>);
}

/** What every article has, finished or not; made at each call. */
export function articleFields() {
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
    images: v.array(imageSchema()),
    direction: v.picklist(['ltr', 'rtl']),
    pages: v.optional(pages()),
    trace: v.array(removal()),
    warnings: texts,
  } satisfies SchemasOf<Omit<ExtractedArticle, 'dates' | 'authors' | 'undecided'>>;
}
