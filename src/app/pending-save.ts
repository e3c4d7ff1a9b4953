import * as v from 'valibot';
import { articleSchema } from '../core/model/article-schema.ts';
import { ownObject, type SchemasOf } from '../core/model/own-object.ts';
import { checkPreset } from '../core/post/presets/check-preset.ts';
import { draftFields } from '../library/model/stored-content.ts';
import { onRemoved, onStored, readAllStored, removeStored } from '../platform/storage.ts';
import { PENDING_SAVE, type PendingSave } from './write-down-save.ts';

const text = v.string();
const texts = v.array(text);
const draft = ownObject(draftFields);

const pendingSaveSchema = ownObject({
  article: articleSchema(),
  draft: v.optional(draft),
  basis: v.optional(ownObject({ shown: draft, kept: draft })),
  addTags: v.optional(texts),
  preset: v.custom((value) => checkPreset(value).ok),
  targetIds: v.optional(texts),
  as: v.union([v.picklist(['same-story', 'new']), ownObject({ clipId: text })]),
  part: v.picklist(['article', 'selection']),
  saveId: text,
  now: v.pipe(v.number(), v.finite()),
} satisfies SchemasOf<PendingSave>);

/** The presses on Save that are written down. What is of no version that this one reads is removed. */
export async function readPendingSaves(): Promise<PendingSave[]> {
  const saves: PendingSave[] = [];
  for (const [key, value] of Object.entries(await readAllStored(PENDING_SAVE))) {
    if (isPendingSave(value)) saves.push(value);
    else await removeStored(key);
  }
  return saves;
}

function isPendingSave(value: unknown): value is PendingSave {
  return v.is(pendingSaveSchema, value);
}

/** Calls back when a press on Save is written down. */
export function onPendingSave(handle: () => unknown): void {
  onStored(PENDING_SAVE, handle);
}

/** Calls back when one is carried out, or when its popup has told the user that it cannot be. */
export function onPendingSaveGone(handle: () => unknown): void {
  onRemoved(PENDING_SAVE, handle);
}
