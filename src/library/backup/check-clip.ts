import * as v from 'valibot';
import type { Draft } from '../../core/model/draft.ts';
import { isRecord } from '../../core/model/is-record.ts';
import { ownObject, type SchemasOf } from '../../core/model/own-object.ts';
import type { Clip, ClipPost } from '../model/clip.ts';
import { urlKeyOf } from '../model/identity.ts';
import { clipFields, draftFields } from '../model/stored-rows.ts';
import type { WholeClip } from '../queries/read-whole-clip.ts';
import { restoredPicturePath, restoredPostPath } from './check-path.ts';

/** A clip from a file, without what belongs to one profile alone (its deliveries). */
export type PackedClip = Required<Pick<WholeClip, 'clip' | 'content' | 'text' | 'post'>> & {
  /** Which entries of the archive are the story's pictures, and where on the web each is. */
  readonly pictures: readonly { readonly url: string; readonly name: string }[];
};

const text = v.string();

const webAddress = v.pipe(
  text,
  v.regex(/^https?:\/\//i),
  v.check((address) => URL.canParse(address)),
);

/** The address of a clip is checked, because it is opened; what its page links to is not. */
const packedClipFields = { ...clipFields, url: webAddress };

const postFields = {
  clipId: text,
  version: v.pipe(v.number(), v.finite()),
  path: v.pipe(
    text,
    v.check((path) => restoredPostPath(path) !== undefined),
  ),
  text,
  meta: v.optional(text),
  assets: v.array(
    ownObject({
      url: text,
      path: v.pipe(
        text,
        v.check((path) => restoredPicturePath(path) !== undefined),
      ),
      link: text,
    }),
  ),
} satisfies SchemasOf<ClipPost>;

const pictureFields = { url: webAddress, name: text } satisfies SchemasOf<PackedClip['pictures'][number]>;

/** Thrown for a clip that is not one; names the first field that is wrong. */
export class PackedClipError extends Error {}

/**
 * Checks a clip from a file, field by field: only fields that a clip has are taken, each of the right kind.
 *
 * @throws {PackedClipError}
 */
export function checkPackedClip(value: unknown): PackedClip {
  const parts = fieldsOf(value);
  const clip = pick<Omit<Clip, 'isDamaged'>>('clip', packedClipFields, parts['clip']);
  const { source, edits } = fieldsOf(parts['content']);
  const content = { source: pick<Draft>('source', draftFields, source), edits: pickEdits(edits) };
  const running = fieldsOf(parts['text'])['text'];
  if (typeof running !== 'string') throw new PackedClipError('text.text');
  const post = pick<ClipPost>('post', postFields, parts['post']);
  return {
    clip: { ...clip, urlKey: urlKeyOf(clip.url) },
    content: { clipId: clip.id, ...content },
    text: { clipId: clip.id, text: running },
    post: { ...legalPaths(post), clipId: clip.id },
    pictures: picturesOf(parts['pictures']),
  };
}

/** The own fields of an object; none of anything else. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? { ...value } : {};
}

/** Makes checked paths legal on every system. What stays as it is here is legal already. */
function legalPaths({ path, assets, ...post }: ClipPost): ClipPost {
  return {
    ...post,
    path: restoredPostPath(path) ?? path,
    assets: assets.map((asset) => ({ ...asset, path: restoredPicturePath(asset.path) ?? asset.path })),
  };
}

function picturesOf(value: unknown): PackedClip['pictures'] {
  // Older backups have none.
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new PackedClipError('pictures');
  return value.map((picture) => pick<PackedClip['pictures'][number]>('pictures', pictureFields, picture));
}

function pick<T>(what: string, schemas: SchemasOf<T>, value: unknown): T {
  if (!isRecord(value)) throw new PackedClipError(what);
  const own = fieldsOf(value);
  const picked: Record<string, unknown> = {};
  for (const name of Object.keys(schemas) as (keyof T & string)[]) {
    if (!v.is(schemas[name], own[name])) throw new PackedClipError(`${what}.${name}`);
    if (own[name] !== undefined) picked[name] = own[name];
  }
  // Every field was checked against its schema just now.
  return picked as T;
}

/** An edit of `null` is a field that the user emptied: JSON has no other word for it. */
function pickEdits(value: unknown): Partial<Draft> {
  if (!isRecord(value)) throw new PackedClipError('edits');
  const picked: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(draftFields)) {
    if (!Object.hasOwn(value, name)) continue;
    const field = value[name] === null ? undefined : value[name];
    if (!v.is(schema, field)) throw new PackedClipError(`edits.${name}`);
    picked[name] = field;
  }
  return picked;
}
