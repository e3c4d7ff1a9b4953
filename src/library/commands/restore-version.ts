import { mergeHighlights } from '../../core/highlights/merge-highlights.ts';
import { withHighlights } from '../../core/highlights/with-highlights.ts';
import type { Draft } from '../../core/model/draft.ts';
import { ClipError } from '../../core/model/failure.ts';
import type { Post } from '../../core/post/to-post.ts';
import { type Clip, draftOfContent } from '../model/clip.ts';
import { clipContent, clipRow } from '../model/clip-row.ts';
import { listVersions } from '../queries/list-versions.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES } from '../store/version-stores.ts';
import { keepVersion } from './keep-version.ts';

export interface RestoreVersionRequest {
  readonly clipId: string;
  readonly version: number;
  /** Writes the post again. Called once before the transaction, as it may load what it needs. */
  readonly writePost: (draft: Draft, presetId: string) => Promise<Post>;
  readonly now: number;
}

/**
 * Makes an earlier version the newest one: it is kept as the next version, and what it replaces as an earlier one.
 *
 * @throws {ClipError} `unexpected` where that version is not kept any more.
 */
export async function restoreVersion(
  library: Library,
  { clipId, version, writePost, now }: RestoreVersionRequest,
): Promise<Clip> {
  const found = (await listVersions(library, clipId)).find(({ clip }) => clip.version === version);
  if (!found) throw new ClipError('unexpected', `version ${version} of clip ${clipId} is gone`);
  const { clip: old, source, edits, text } = found;
  const kept = await library.use((database) => database.get('contents', clipId));
  // What was marked since stays marked.
  const highlights = mergeHighlights(kept && draftOfContent(kept).highlights, edits.highlights);
  const draft = withHighlights({ ...source, ...edits }, highlights);
  const post = await writePost(draft, old.presetId);
  const { direction, presetId, notes } = old;
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      const current = await transaction.objectStore('clips').get(clipId);
      if (!current) throw new ClipError('unexpected', `clip ${clipId} is gone`);
      const clip = clipRow({ id: clipId, draft, text, direction, presetId, notes, now }, current);
      const sent = await transaction.objectStore('deliveries').getAllKeys(IDBKeyRange.bound([clipId], [clipId, []]));
      const targetIds = sent.map(([, targetId]) => targetId);
      await keepVersion(transaction, { clip, content: clipContent(clipId, source, draft), text, post, targetIds });
      return clip;
    }),
  );
}
