import { isImage, isPublished } from '../../core/model/article-schema.ts';
import type { Draft } from '../../core/model/draft.ts';
import {
  type ChecksOf,
  isNumber,
  isRecord,
  isText,
  listOf,
  oneOf,
  optional,
  record,
} from '../../core/model/field-checks.ts';
import type { Clip, ClipContent, ClipPost } from './clip.ts';
import type { Delivery } from './delivery.ts';
import type { FolderFile } from './folder-file.ts';
import type { TargetRecord } from './target-record.ts';
import type { TrashedClip } from './trashed-clip.ts';

/**
 * Rows as they are read from the disk. A disk that fails, or a version that was wrong once, may leave a row without a
 * field, or with something else in it: such a row is made whole and marked, so that all others go on.
 */

const isTextList = listOf(isText);

/** No clip is saved so often; a file may say anything. */
const VERSION_LIMIT = 1_000_000_000;

export const DRAFT_CHECKS: ChecksOf<Draft> = {
  title: isText,
  authors: isTextList,
  published: optional(isPublished),
  url: isText,
  siteName: isText,
  language: isText,
  description: isText,
  section: isText,
  tags: isTextList,
  categories: isTextList,
  leadImage: optional(isText),
  images: listOf(isImage),
  markdown: isText,
  html: isText,
  clippedAt: isNumber,
  clippedOffset: isNumber,
};

export const CLIP_CHECKS: ChecksOf<Omit<Clip, 'isDamaged'>> = {
  id: (value) => typeof value === 'string' && /^[\w-]{1,100}$/.test(value),
  part: optional(oneOf('article', 'selection')),
  urlKey: isText,
  url: isText,
  title: isText,
  authors: isTextList,
  siteName: isText,
  language: isText,
  direction: oneOf('ltr', 'rtl'),
  tags: isTextList,
  categories: isTextList,
  published: optional(isText),
  storyAt: isNumber,
  excerpt: isText,
  presetId: isText,
  notes: isText,
  version: (value) => Number.isSafeInteger(value) && Number(value) > 0 && Number(value) < VERSION_LIMIT,
  saveId: optional(isText),
  changedParagraphs: optional(isNumber),
  createdAt: isNumber,
  updatedAt: isNumber,
};

const DELIVERY_CHECKS: ChecksOf<Delivery> = {
  clipId: isText,
  targetId: isText,
  state: oneOf('queued', 'sending', 'done', 'blocked', 'failed'),
  version: isNumber,
  queuedAt: optional(isNumber),
  attempts: isNumber,
  nextAttemptAt: isNumber,
  intent: optional(record({ path: isText, since: isNumber, hashes: isTextList })),
  receipts: listOf(record({ path: isText, version: isText, bytes: isNumber })),
  reservedPaths: isTextList,
  choice: optional(oneOf('overwrite', 'keep-both')),
  failure: optional(record({ code: isText, detail: isText })),
  deliveredAt: optional(isNumber),
  linkedPictures: optional(isNumber),
};

const FILE_CHECKS: ChecksOf<FolderFile> = {
  folderId: isText,
  path: isText,
  place: isText,
  size: isNumber,
  modifiedAt: isNumber,
  version: optional(isText),
  urlKey: optional(isText),
  url: optional(isText),
  title: optional(isText),
  tags: isTextList,
  categories: isTextList,
  problem: optional(isText),
};

/** A clip's row with what is missing in it put in. A row that is sound is returned as it is. */
export function readableClip(row: Clip): Clip {
  const sound = soundFields<Omit<Clip, 'isDamaged'>>(CLIP_CHECKS, row);
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
    deletedAt: isNumber(deletedAt) ? deletedAt : 0,
  };
}

/** A damaged outbox row counts as given up until Retry. */
export function readableDelivery(row: Delivery): Delivery {
  const sound = soundFields(DELIVERY_CHECKS, row);
  if (!sound) return row;
  const failure = { code: 'unexpected', detail: 'the row in the outbox is damaged' } as const;
  const blank = { version: 1, attempts: 0, nextAttemptAt: 0, receipts: [], reservedPaths: [] };
  return { ...blank, ...sound, clipId: row.clipId, targetId: row.targetId, state: 'failed', failure };
}

export function readableFile(row: FolderFile): FolderFile {
  const sound = soundFields(FILE_CHECKS, row);
  if (!sound) return row;
  const blank = { place: '', size: -1, modifiedAt: 0, tags: [], categories: [] };
  return { ...blank, ...sound, folderId: row.folderId, path: row.path };
}

const isContentRow = record({ source: record(DRAFT_CHECKS), edits: isRecord });

/** Nothing where the content is damaged: half a draft cannot be shown or edited. */
export function readableContent(row: ClipContent | undefined): ClipContent | undefined {
  return isContentRow(row) ? row : undefined;
}

const isPostRow = record({ path: isText, text: isText, version: isNumber, assets: Array.isArray });

export function readablePost(row: ClipPost | undefined): ClipPost | undefined {
  return isPostRow(row) ? row : undefined;
}

const isTargetRow = record({
  id: isText,
  kind: isText,
  name: isText,
  access: record({ by: isText }),
  connectedAt: isNumber,
});

/** Whether a target's row can be worked with. */
export function isReadableTarget(row: TargetRecord): boolean {
  return isTargetRow(row);
}

/** The fields that pass their checks; nothing where all do. */
function soundFields<T extends object>(checks: ChecksOf<T>, row: T): Partial<T> | undefined {
  const names = Object.keys(checks) as (keyof T & string)[];
  const sound = names.filter((name) => checks[name](row[name]));
  if (sound.length === names.length) return undefined;
  const fields: Partial<T> = {};
  for (const name of sound) if (row[name] !== undefined) fields[name] = row[name];
  return fields;
}
