import * as v from 'valibot';
import { HIGHLIGHT_COLOURS, type Highlight, MAX_NOTE, MAX_QUOTE, type TextAnchor } from './highlight.ts';
import { ownObject, type SchemasOf } from './own-object.ts';

/** More than `createAnchor` keeps of the text around a passage. */
const MAX_CONTEXT = 1_000;

const anchorSchema = ownObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUOTE)),
  prefix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT)),
  suffix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT)),
  start: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
} satisfies SchemasOf<TextAnchor>);

/** A highlight as it comes from a page, a file or the disk. */
export const highlightSchema = ownObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  anchor: anchorSchema,
  colour: v.picklist(HIGHLIGHT_COLOURS),
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
  createdAt: v.pipe(v.number(), v.finite()),
} satisfies SchemasOf<Highlight>);
