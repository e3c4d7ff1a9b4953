import * as v from 'valibot';
import { articleSchema } from '../../core/model/article-schema.ts';
import { ownObject, type SchemasOf } from '../../core/model/own-object.ts';
import type { Post } from '../../core/post/to-post.ts';
import { draftFields } from '../model/stored-rows.ts';
import type { SaveRequest } from './save-clip.ts';

const text = v.string();

const post = ownObject({
  path: text,
  frontMatter: text,
  body: text,
  text,
  meta: v.optional(text),
  assets: v.array(ownObject({ url: text, path: text, link: text })),
} satisfies SchemasOf<Post>);

const saveRequest = ownObject({
  article: articleSchema,
  draft: ownObject(draftFields),
  post,
  presetId: text,
  part: v.optional(v.picklist(['article', 'selection'])),
  notes: v.optional(text),
  targetIds: v.array(text),
  as: ownObject({ kind: v.picklist(['new', 'update', 'same-story']), id: text }),
  saveId: v.optional(text),
  now: v.pipe(v.number(), v.finite()),
} satisfies SchemasOf<SaveRequest>);

/** A request to save as it crosses from one context to another. */
export const saveRequestSchema = v.custom<SaveRequest>((value) => v.is(saveRequest, value));
