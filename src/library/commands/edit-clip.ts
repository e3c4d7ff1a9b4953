import { withHighlights } from '../../core/highlights/with-highlights.ts';
import type { Published } from '../../core/model/article.ts';
import type { Draft } from '../../core/model/draft.ts';
import { ClipError } from '../../core/model/failure.ts';
import type { Post } from '../../core/post/to-post.ts';
import { type Clip, type ClipContent, draftOfContent } from '../model/clip.ts';
import { clipContent, clipRow } from '../model/clip-row.ts';
import { plainText } from '../posts/plain-text.ts';
import type { Library } from '../store/database.ts';
import type { LibraryDatabase } from '../store/schema.ts';
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
  /** Writes the post again. Called before the transaction, as it may load what it needs; again for another attempt. */
  readonly writePost: (draft: Draft, presetId: string) => Promise<Post>;
  readonly now: number;
}

/** An edit that others save in between so often is given up. */
const ATTEMPTS = 5;

/**
 * Keeps an edit as the clip's next version and queues it to wherever the clip has been sent to. Where another window or
 * the popup saves the clip meanwhile, the change is made anew, from what is kept now.
 *
 * @returns nothing where the clip has been deleted.
 * @throws {ClipError} `not-kept` where the clip is saved again and again meanwhile; the reasons of `Library.use`.
 */
export function editClip(library: Library, edit: Edit): Promise<Clip | undefined> {
  return withRoom(library, async (database) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const edited = await tryEdit(database, edit);
      if (edited !== 'overtaken') return edited;
    }
    throw new ClipError('not-kept', `clip ${edit.clipId} is being saved elsewhere`);
  });
}

async function tryEdit(
  database: LibraryDatabase,
  { clipId, change, notes, writePost, now }: Edit,
): Promise<Clip | 'overtaken' | undefined> {
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
    // A highlight makes no other words: what was marked while the post was written is kept with the edit.
    if (!isSameButMarks(now, content)) return 'overtaken';
    const { changedParagraphs } = current;
    const marked = withHighlights(draft, draftOfContent(now).highlights);
    const clip = {
      ...clipRow({ ...facts, draft: marked }, current),
      ...(changedParagraphs ? { changedParagraphs } : {}),
    };
    const sent = await transaction.objectStore('deliveries').getAllKeys(IDBKeyRange.bound([clipId], [clipId, []]));
    const targetIds = sent.map(([, targetId]) => targetId);
    const version = { clip, content: clipContent(clipId, content.source, marked), text, post, targetIds };
    await keepVersion(transaction, version);
    return clip;
  });
}

function isSameButMarks(one: ClipContent, other: ClipContent): boolean {
  return JSON.stringify(unmarked(one)) === JSON.stringify(unmarked(other));
}

function unmarked({ source, edits: { highlights: _marks, ...edits } }: ClipContent) {
  return { source, edits };
}

function editedDraft(content: ClipContent, change: Edit['change']): Draft {
  const draft = draftOfContent(content);
  const { published, ...rest } = { ...draft, ...change(draft) };
  return { ...rest, ...(published ? { published } : {}) };
}
