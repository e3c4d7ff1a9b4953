import { withHighlights } from '../../core/highlights/with-highlights.ts';
import type { Published } from '../../core/model/article.ts';
import type { Draft } from '../../core/model/draft.ts';
import type { Post } from '../../core/post/to-post.ts';
import { type Clip, type ClipContent, draftOfContent } from '../model/clip.ts';
import { clipContent, clipRow } from '../model/clip-row.ts';
import { plainText } from '../posts/plain-text.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES } from '../store/version-stores.ts';
import { keepVersion } from './keep-version.ts';
import { withRoom } from './make-room.ts';

/** Fields that are changed; highlights are `changeHighlights`'. A date that is present and undefined is taken off. */
export type DraftChange = Partial<Omit<Draft, 'published' | 'highlights'>> & {
  readonly published?: Published | undefined;
};

/** A change to a clip made in the library. */
export interface Edit {
  readonly clipId: string;
  /** The changes, made from the current draft. */
  readonly change: (draft: Draft) => DraftChange;
  readonly notes?: string;
  /** Writes the post again. Called once before the transaction, as it may load what it needs. */
  readonly writePost: (draft: Draft, presetId: string) => Promise<Post>;
  readonly now: number;
}

/**
 * Keeps an edit as the clip's next version and queues it to wherever the clip has been sent to.
 *
 * @returns nothing where the clip has been deleted.
 */
export function editClip(library: Library, { clipId, change, notes, writePost, now }: Edit): Promise<Clip | undefined> {
  return withRoom(library, async (database) => {
    const [before, content, kept] = await Promise.all([
      database.get('clips', clipId),
      database.get('contents', clipId),
      database.get('texts', clipId),
    ]);
    if (!before || !content) return undefined;
    const draft = editedDraft(content, change);
    const post = await writePost(draft, before.presetId);
    const isRewritten = draft.markdown !== draftOfContent(content).markdown;
    const text = isRewritten ? plainText(draft.markdown) : (kept?.text ?? '');
    const { direction, presetId } = before;
    const facts = { id: clipId, draft, text, direction, presetId, now, ...(notes === undefined ? {} : { notes }) };
    return transact(database, [...VERSION_STORES], async (transaction) => {
      const [current, now] = await Promise.all([
        transaction.objectStore('clips').get(clipId),
        transaction.objectStore('contents').get(clipId),
      ]);
      if (!current || !now) return undefined;
      const { changedParagraphs } = current;
      // What was marked while the post was written is kept.
      const marked = withHighlights(draft, draftOfContent(now).highlights);
      const clip = {
        ...clipRow({ ...facts, draft: marked }, current),
        ...(changedParagraphs ? { changedParagraphs } : {}),
      };
      const sent = await transaction.objectStore('deliveries').getAllKeys(IDBKeyRange.bound([clipId], [clipId, []]));
      const targetIds = sent.map(([, targetId]) => targetId);
      await keepVersion(transaction, {
        clip,
        content: clipContent(clipId, content.source, marked),
        text,
        post,
        targetIds,
      });
      return clip;
    });
  });
}

function editedDraft(content: ClipContent, change: Edit['change']): Draft {
  const draft = draftOfContent(content);
  const { published, ...rest } = { ...draft, ...change(draft) };
  return { ...rest, ...(published ? { published } : {}) };
}
