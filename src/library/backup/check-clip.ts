import type { Draft } from '../../core/model/draft.ts';
import {
  type Check,
  type ChecksOf,
  isNumber,
  isRecord,
  isText,
  listOf,
  own,
  record,
} from '../../core/model/field-checks.ts';
import type { Clip, ClipContent, ClipPost } from '../model/clip.ts';
import { urlKeyOf } from '../model/identity.ts';
import { CLIP_CHECKS, DRAFT_CHECKS } from '../model/stored-rows.ts';
import type { WholeClip } from '../queries/read-whole-clip.ts';
import { restoredPicturePath, restoredPostPath } from './check-path.ts';

/** A clip from a file, without what belongs to one profile alone (its deliveries). */
export type PackedClip = Required<Pick<WholeClip, 'clip' | 'content' | 'text' | 'post'>> & {
  /** Which entries of the archive are the story's pictures, and where on the web each is. */
  readonly pictures: readonly { readonly url: string; readonly name: string }[];
};

const isWebAddress: Check = (value) => typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);

/** What a page links to is not checked: a clip's own address is, because it is opened. */
const CLIP: typeof CLIP_CHECKS = { ...CLIP_CHECKS, url: isWebAddress };

const POST: ChecksOf<ClipPost> = {
  clipId: isText,
  version: isNumber,
  path: (value) => typeof value === 'string' && restoredPostPath(value) !== undefined,
  text: isText,
  assets: listOf(record({ url: isText, path: isPicturePath, link: isText })),
};

/** Thrown for a clip that is not one; names the first field that is wrong. */
export class PackedClipError extends Error {}

/**
 * A clip from a file, field by field: only fields that a clip has are taken, each of the right kind.
 *
 * @throws {PackedClipError}
 */
export function checkPackedClip(value: unknown): PackedClip {
  const parts = isRecord(value) ? value : {};
  const clip = pick<Omit<Clip, 'isDamaged'>>('clip', CLIP, parts['clip']);
  const content = isRecord(parts['content']) ? parts['content'] : {};
  const source = pick<Draft>('source', DRAFT_CHECKS, own(content, 'source'));
  const edits = pickEdits(own(content, 'edits'));
  const text = own(isRecord(parts['text']) ? parts['text'] : {}, 'text');
  if (typeof text !== 'string') throw new PackedClipError('text.text');
  const post = pick<ClipPost>('post', POST, parts['post']);
  const packed: ClipContent = { clipId: clip.id, source, edits };
  return {
    clip: { ...clip, urlKey: urlKeyOf(clip.url) },
    content: packed,
    text: { clipId: clip.id, text },
    post: { ...legalPaths(post), clipId: clip.id },
    pictures: picturesOf(own(parts, 'pictures')),
  };
}

/** Both were checked: what stays as it is here is legal already. */
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
  return value.map((picture) =>
    pick<PackedClip['pictures'][number]>('pictures', { url: isWebAddress, name: isText }, picture),
  );
}

function pick<T>(what: string, fields: ChecksOf<T>, value: unknown): T {
  if (!isRecord(value)) throw new PackedClipError(what);
  const picked: Record<string, unknown> = {};
  for (const name of Object.keys(fields) as (keyof T & string)[]) {
    const field = own(value, name);
    if (!fields[name](field)) throw new PackedClipError(`${what}.${name}`);
    if (field !== undefined) picked[name] = field;
  }
  // Every field was checked by its own check just now.
  return picked as T;
}

/** An edit of `null` is a field that the user emptied: JSON has no other word for it. */
function pickEdits(value: unknown): Partial<Draft> {
  if (!isRecord(value)) throw new PackedClipError('edits');
  const picked: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(DRAFT_CHECKS)) {
    if (!Object.hasOwn(value, name)) continue;
    const field = value[name] === null ? undefined : value[name];
    if (!check(field)) throw new PackedClipError(`edits.${name}`);
    picked[name] = field;
  }
  return picked;
}

function isPicturePath(value: unknown): boolean {
  return typeof value === 'string' && restoredPicturePath(value) !== undefined;
}
