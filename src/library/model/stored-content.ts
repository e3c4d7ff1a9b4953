import * as v from 'valibot';
import { imageSchema } from '../../core/model/article-fields.ts';
import { publishedSchema } from '../../core/model/article-schema.ts';
import type { Draft } from '../../core/model/draft.ts';
import { highlightSchema } from '../../core/model/highlight-schema.ts';
import { isRecord } from '../../core/model/is-record.ts';
import type { SchemasOf } from '../../core/model/own-object.ts';
import type { ClipContent, ClipPost } from './clip.ts';

/** What a clip contains, as it is read from the disk (`stored-rows.ts`). */

const text = v.string();
const texts = v.array(text);
const number = v.pipe(v.number(), v.finite());

export const draftFields = {
  title: text,
  authors: texts,
  published: v.optional(publishedSchema),
  url: text,
  siteName: text,
  language: text,
  description: text,
  section: text,
  tags: texts,
  categories: texts,
  leadImage: v.optional(text),
  images: v.array(imageSchema()),
  markdown: text,
  html: text,
  highlights: v.optional(v.array(highlightSchema)),
  clippedAt: number,
  clippedOffset: number,
} satisfies SchemasOf<Draft>;

const contentSchema = v.object({ source: v.object(draftFields), edits: v.custom<object>(isRecord) });

/** Returns nothing where the content is damaged: half a draft cannot be shown or edited. */
export function readableContent(row: ClipContent | undefined): ClipContent | undefined {
  return v.is(contentSchema, row) ? row : undefined;
}

const postSchema = v.object({
  path: text,
  text,
  meta: v.optional(text),
  version: number,
  assets: v.array(v.unknown()),
});

export function readablePost(row: ClipPost | undefined): ClipPost | undefined {
  return v.is(postSchema, row) ? row : undefined;
}
