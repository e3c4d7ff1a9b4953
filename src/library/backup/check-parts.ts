import * as v from 'valibot';
import type { Draft } from '../../core/model/draft.ts';
import { highlightSchema } from '../../core/model/highlight-schema.ts';
import type { SchemasOf } from '../../core/model/own-object.ts';
import type { Clip } from '../model/clip.ts';
import type { EarlierVersion } from '../model/earlier-version.ts';
import type { EditDraft, EditFields } from '../model/edit-draft.ts';
import type { FeedStory, FollowedFeed } from '../model/followed-feed.ts';
import { urlKeyOf } from '../model/identity.ts';
import type { PendingHighlights } from '../model/pending-highlights.ts';
import { draftFields } from '../model/stored-content.ts';
import { clipFields } from '../model/stored-rows.ts';
import type { Dismissal } from '../model/trashed-clip.ts';
import { fieldsOf, PackedFieldError, packedClipFields, pick, pickEdits, webAddress } from './check-fields.ts';

const text = v.string();
const instant = v.pipe(v.number(), v.finite());

const versionFields = { text: v.optional(text), replacedAt: instant };

/**
 * Checks earlier versions of a clip from a file, the last one first. The first one has to be whole.
 *
 * @param clipId the clip that names the file.
 * @throws {PackedFieldError}
 */
export function checkVersions(value: unknown, clipId: string): EarlierVersion[] {
  if (!Array.isArray(value)) throw new PackedFieldError('versions');
  const rows = value.map((row) => checkVersion(row, clipId));
  const [first] = rows;
  if (first && !(first.source && first.text !== undefined)) throw new PackedFieldError('version.source');
  return rows;
}

function checkVersion(value: unknown, clipId: string): EarlierVersion {
  const { clip, edits, source } = fieldsOf(value);
  const row = pick<Omit<Clip, 'isDamaged'>>('version', packedClipFields, clip);
  return {
    ...pick<Pick<EarlierVersion, 'text' | 'replacedAt'>>('version', versionFields, value),
    clipId,
    version: row.version,
    clip: { ...row, id: clipId, urlKey: urlKeyOf(row.url) },
    edits: pickEdits(edits),
    ...(source === undefined ? {} : { source: pick<Draft>('source', draftFields, source) }),
    size: 0,
  };
}

const editFields = {
  title: text,
  authors: text,
  date: v.optional(text),
  source: v.optional(text),
  tags: text,
  notes: text,
  markdown: text,
} satisfies SchemasOf<EditFields>;

const draftRowFields = { version: clipFields().version, typedAt: instant };

/**
 * Checks what was typed in the editor and not saved, from a file.
 *
 * @throws {PackedFieldError}
 */
export function checkEditDraft(value: unknown, clipId: string): EditDraft {
  const row = pick<Pick<EditDraft, 'version' | 'typedAt'>>('draft', draftRowFields, value);
  return { clipId, ...row, fields: pick<EditFields>('draft', editFields, fieldsOf(value)['fields']) };
}

const dismissalFields = { urlKey: text, deletedAt: instant } satisfies SchemasOf<Dismissal>;

/**
 * Checks the list of dismissed stories, from a file.
 *
 * @throws {PackedFieldError}
 */
export function checkDismissals(value: unknown): Dismissal[] {
  if (!Array.isArray(value)) throw new PackedFieldError('dismissals');
  return value.map((row) => pick<Dismissal>('dismissals', dismissalFields, row));
}

const pendingFields = {
  urlKey: text,
  title: text,
  url: text,
  highlights: v.array(highlightSchema),
  updatedAt: instant,
} satisfies SchemasOf<PendingHighlights>;

/**
 * Checks what was marked in stories that are not clipped, from a file.
 *
 * @throws {PackedFieldError}
 */
export function checkPendingHighlights(value: unknown): PendingHighlights[] {
  if (!Array.isArray(value)) throw new PackedFieldError('highlights');
  return value
    .map((row) => pick<PendingHighlights>('highlights', pendingFields, row))
    .map((row) => ({ ...row, urlKey: urlKeyOf(row.url) }));
}

const storyFields = {
  id: text,
  url: webAddress,
  title: text,
  state: v.picklist(['new', 'taken', 'dismissed', 'known']),
} satisfies SchemasOf<FeedStory>;

type PackedFeed = Omit<FollowedFeed, 'stories' | 'targetId' | 'jobId' | 'etag' | 'lastModified' | 'failing'>;

const feedFields = {
  url: webAddress,
  name: text,
  state: v.picklist(['active', 'paused']),
  clipsAtOnce: v.boolean(),
  way: v.picklist(['fetched', 'tabs']),
  presetId: text,
  tags: v.array(text),
  createdAt: instant,
  checkedAt: instant,
  nextAt: instant,
} satisfies SchemasOf<PackedFeed>;

/**
 * Checks followed feeds, from a file. Their posts go to the downloads until the user chooses: places of another browser
 * are not here.
 *
 * @throws {PackedFieldError}
 */
export function checkFeeds(value: unknown): FollowedFeed[] {
  if (!Array.isArray(value)) throw new PackedFieldError('feeds');
  return value.map((row) => {
    const { stories } = fieldsOf(row);
    if (!Array.isArray(stories)) throw new PackedFieldError('feeds.stories');
    return {
      ...pick<PackedFeed>('feeds', feedFields, row),
      targetId: 'downloads',
      stories: stories.map((story) => pick<FeedStory>('feeds.stories', storyFields, story)),
    };
  });
}
