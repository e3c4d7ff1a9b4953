import * as v from 'valibot';
import type { Article, Published } from './article.ts';
import { articleFields, sourced } from './article-fields.ts';
import { ownObject, type SchemasOf } from './own-object.ts';

const text = v.string();

export const publishedSchema = ownObject({
  value: text,
  instant: v.optional(v.pipe(v.number(), v.finite())),
  precision: v.picklist(['day', 'minute', 'second']),
  zone: v.picklist(['stated', 'site', 'assumed', 'none']),
  origin: text,
} satisfies SchemasOf<Published>);

/** Every field of an `Article`; made at each call. */
export function articleSchema(): v.GenericSchema {
  return ownObject({
    ...articleFields(),
    authors: sourced(v.array(text)),
    markdown: text,
    published: v.optional(publishedSchema),
    modified: v.optional(publishedSchema),
  } satisfies SchemasOf<Article>);
}
