import * as v from 'valibot';
import { isRecord } from '../../core/model/is-record.ts';
import { madeOnce } from '../../core/model/made-once.ts';
import { ownObject, type SchemasOf } from '../../core/model/own-object.ts';
import type { Clip } from './clip.ts';
import type { Delivery } from './delivery.ts';
import type { FolderFile } from './folder-file.ts';
import type { TargetRecord } from './target-record.ts';
import type { TrashedClip } from './trashed-clip.ts';

/**
 * Rows as they are read from the disk. A disk that fails, or a version with a bug, may leave a row without a field, or
 * with something else in it: such a row is completed and marked, so that all others keep working. What a clip contains is
 * apart (`stored-content.ts`), as the popup reads none of it.
 */

const text = v.string();
const texts = v.array(text);
const number = v.pipe(v.number(), v.finite());

/** Far more versions than anybody saves of a clip; a file may say anything. */
const VERSION_LIMIT = 1_000_000_000;

/** Made when the first row is read: a popup that reads none is smaller by all of them. */
export const clipFields = madeOnce(
  () =>
    ({
      id: v.pipe(text, v.regex(/^[\w-]{1,100}$/)),
      part: v.optional(v.picklist(['article', 'selection'])),
      urlKey: text,
      url: text,
      title: text,
      authors: texts,
      siteName: text,
      language: text,
      direction: v.picklist(['ltr', 'rtl']),
      tags: texts,
      categories: texts,
      published: v.optional(text),
      storyAt: number,
      excerpt: text,
      presetId: text,
      notes: text,
      version: v.pipe(v.number(), v.safeInteger(), v.gtValue(0), v.ltValue(VERSION_LIMIT)),
      saveId: v.optional(text),
      changedParagraphs: v.optional(number),
      highlightCount: v.optional(number),
      createdAt: number,
      updatedAt: number,
    }) satisfies SchemasOf<Omit<Clip, 'isDamaged'>>,
);

const deliveryFields = madeOnce(
  () =>
    ({
      clipId: text,
      targetId: text,
      state: v.picklist(['queued', 'sending', 'done', 'blocked', 'failed']),
      version: number,
      queuedAt: v.optional(number),
      attempts: number,
      nextAttemptAt: number,
      intent: v.optional(ownObject({ path: text, since: number, hashes: texts })),
      receipts: v.array(ownObject({ path: text, version: text, bytes: number })),
      reservedPaths: texts,
      choice: v.optional(v.picklist(['overwrite', 'keep-both', 'keep-theirs'])),
      failure: v.optional(ownObject({ code: text, detail: text })),
      deliveredAt: v.optional(number),
      linkedPictures: v.optional(number),
    }) satisfies SchemasOf<Delivery>,
);

const fileFields = madeOnce(
  () =>
    ({
      folderId: text,
      path: text,
      place: text,
      size: number,
      modifiedAt: number,
      version: v.optional(text),
      urlKey: v.optional(text),
      url: v.optional(text),
      title: v.optional(text),
      tags: texts,
      categories: texts,
      problem: v.optional(text),
    }) satisfies SchemasOf<FolderFile>,
);

/** Returns a clip's row completed and marked where it is damaged; a sound row as it is. */
export function readableClip(row: Clip): Clip {
  const sound = soundFields<Omit<Clip, 'isDamaged'>>(clipFields(), row);
  if (!sound) return row;
  const blank = {
    urlKey: '',
    url: '',
    title: row.id,
    authors: [],
    siteName: '',
    language: '',
    direction: 'ltr' as const,
    tags: [],
    categories: [],
    storyAt: 0,
    excerpt: '',
    presetId: '',
    notes: '',
    version: 1,
    createdAt: 0,
    updatedAt: 0,
  };
  return { ...blank, ...sound, id: row.id, isDamaged: true };
}

export function readableTrashed(row: TrashedClip): TrashedClip {
  const { id, clip, deliveries, deletedAt } = row;
  return {
    id,
    clip: readableClip(isRecord(clip) ? { ...clip, id } : ({ id } as Clip)),
    deliveries: Array.isArray(deliveries) ? deliveries.map(readableDelivery) : [],
    deletedAt: v.is(number, deletedAt) ? deletedAt : 0,
  };
}

/** A damaged outbox row counts as given up until Retry. */
export function readableDelivery(row: Delivery): Delivery {
  const sound = soundFields(deliveryFields(), row);
  if (!sound) return row;
  const failure = { code: 'unexpected', detail: 'the row in the outbox is damaged' } as const;
  const blank = { version: 1, attempts: 0, nextAttemptAt: 0, receipts: [], reservedPaths: [] };
  return { ...blank, ...sound, clipId: row.clipId, targetId: row.targetId, state: 'failed', failure };
}

export function readableFile(row: FolderFile): FolderFile {
  const sound = soundFields(fileFields(), row);
  if (!sound) return row;
  const blank = { place: '', size: -1, modifiedAt: 0, tags: [], categories: [] };
  return { ...blank, ...sound, folderId: row.folderId, path: row.path };
}

/** Whether a target's row can be used. Plain code: every popup reads the downloads' row, and most no other. */
export function isReadableTarget(row: TargetRecord): boolean {
  const { id, kind, name, access, connectedAt }: Partial<Record<keyof TargetRecord, unknown>> = row;
  const areTexts = [id, kind, name, isRecord(access) && access['by']].every((value) => typeof value === 'string');
  return areTexts && Number.isFinite(connectedAt);
}

/** Returns the fields that their schemas take; nothing where all do. */
function soundFields<T extends object>(schemas: SchemasOf<T>, row: T): Partial<T> | undefined {
  const names = Object.keys(schemas) as (keyof T & string)[];
  const sound = names.filter((name) => v.is(schemas[name], row[name]));
  if (sound.length === names.length) return undefined;
  const fields: Partial<T> = {};
  for (const name of sound) if (row[name] !== undefined) fields[name] = row[name];
  return fields;
}
