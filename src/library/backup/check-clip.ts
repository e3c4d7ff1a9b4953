import * as v from 'valibot';
import type { Draft } from '../../core/model/draft.ts';
import { ownObject, type SchemasOf } from '../../core/model/own-object.ts';
import type { Clip, ClipPost } from '../model/clip.ts';
import { urlKeyOf } from '../model/identity.ts';
import { draftFields } from '../model/stored-content.ts';
import type { WholeClip } from '../queries/read-whole-clip.ts';
import { fieldsOf, PackedFieldError, packedClipFields, pick, pickEdits, webAddress } from './check-fields.ts';
import { restoredPicturePath, restoredPostPath } from './check-path.ts';

/** A clip from a file, without what belongs to one profile alone (its deliveries). */
export type PackedClip = Required<Pick<WholeClip, 'clip' | 'content' | 'text' | 'post'>> & {
  /** When it was moved to the trash, in Unix milliseconds; absent where it is not said. */
  readonly deletedAt?: number;
  /** Which entries of the archive are the story's pictures, and where on the web each is. */
  readonly pictures: readonly { readonly url: string; readonly name: string }[];
  /** Which entries are its earlier versions, and what was typed and not saved. */
  readonly versions: readonly string[];
  readonly draft?: string;
};

const text = v.string();

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

/** Earlier backups have no versions and no drafts. */
type PartNames = Partial<Pick<PackedClip, 'deletedAt' | 'versions' | 'draft'>>;

const partFields = {
  deletedAt: v.optional(v.pipe(v.number(), v.finite())),
  versions: v.optional(v.array(text)),
  draft: v.optional(text),
} satisfies SchemasOf<PartNames>;

const pictureFields = { url: webAddress, name: text } satisfies SchemasOf<PackedClip['pictures'][number]>;

/**
 * Checks a clip from a file, field by field: only fields that a clip has are taken, each of the right kind.
 *
 * @throws {PackedFieldError}
 */
export function checkPackedClip(value: unknown): PackedClip {
  const parts = fieldsOf(value);
  const clip = pick<Omit<Clip, 'isDamaged'>>('clip', packedClipFields, parts['clip']);
  const { source, edits } = fieldsOf(parts['content']);
  const content = { source: pick<Draft>('source', draftFields, source), edits: pickEdits(edits) };
  const running = fieldsOf(parts['text'])['text'];
  if (typeof running !== 'string') throw new PackedFieldError('text.text');
  const post = pick<ClipPost>('post', postFields, parts['post']);
  const { deletedAt, versions = [], draft } = pick<PartNames>('clip', partFields, value);
  return {
    clip: { ...clip, urlKey: urlKeyOf(clip.url) },
    content: { clipId: clip.id, ...content },
    text: { clipId: clip.id, text: running },
    post: { ...legalPaths(post), clipId: clip.id },
    pictures: picturesOf(parts['pictures']),
    versions,
    ...(deletedAt === undefined ? {} : { deletedAt }),
    ...(draft === undefined ? {} : { draft }),
  };
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
  if (!Array.isArray(value)) throw new PackedFieldError('pictures');
  return value.map((picture) => pick<PackedClip['pictures'][number]>('pictures', pictureFields, picture));
}
