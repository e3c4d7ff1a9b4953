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
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';
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
export const ATTEMPTS = 5;

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
      const prepared = await prepareEdit(database, edit);
      if (!prepared) return undefined;
      const edited = await transact(database, [...VERSION_STORES], (transaction) => keepEdit(transaction, prepared));
      if (edited !== 'overtaken') return edited;
    }
    throw new ClipError('not-kept', `clip ${edit.clipId} is being saved elsewhere`);
  });
}

/** An edit with its post, ready to be kept unless the clip is saved elsewhere before. */
export interface PreparedEdit {
  readonly clipId: string;
  readonly draft: Draft;
  /** The running text. */
  readonly text: string;
  readonly post: Post;
  readonly notes?: string;
  readonly now: number;
  /** What the edit was made from. */
  readonly basis: { readonly clip: Clip; readonly content: ClipContent };
}

/** An edit that may find nothing to change. */
type PossibleEdit = Omit<Edit, 'change'> & { readonly change: (draft: Draft) => DraftChange | undefined };

/**
 * Makes an edit from what is kept now, and writes its post, which is too slow for a transaction.
 *
 * @returns nothing where the clip has been deleted, or where there is nothing to change.
 */
export async function prepareEdit(
  database: LibraryDatabase,
  { clipId, change, notes, writePost, now }: PossibleEdit,
): Promise<PreparedEdit | undefined> {
  const [clip, content, kept] = await Promise.all([
    database.get('clips', clipId),
    database.get('contents', clipId),
    database.get('texts', clipId),
  ]);
  if (!clip || !content) return undefined;
  const before = draftOfContent(content);
  const changes = change(before);
  if (!changes) return undefined;
  const draft = editedDraft(before, changes);
  const post = await writePost(draft, clip.presetId);
  const text = draft.markdown === before.markdown ? (kept?.text ?? '') : plainText(draft.markdown);
  return { clipId, draft, text, post, now, basis: { clip, content }, ...(notes === undefined ? {} : { notes }) };
}

/**
 * Keeps a prepared edit inside the caller's transaction.
 *
 * @returns nothing where the clip has been deleted.
 */
export async function keepEdit(
  transaction: VersionTransaction,
  { clipId, draft, text, post, notes, now, basis }: PreparedEdit,
): Promise<Clip | 'overtaken' | undefined> {
  const [current, content, sent] = await Promise.all([
    transaction.objectStore('clips').get(clipId),
    transaction.objectStore('contents').get(clipId),
    transaction.objectStore('deliveries').getAllKeys(IDBKeyRange.bound([clipId], [clipId, []])),
  ]);
  if (!current || !content) return undefined;
  // A highlight makes no other words: what was marked while the post was written is kept with the edit.
  if (!isSameButMarks(content, basis.content)) return 'overtaken';
  const marked = withHighlights(draft, draftOfContent(content).highlights);
  const { direction, presetId } = basis.clip;
  const facts = {
    id: clipId,
    draft: marked,
    text,
    direction,
    presetId,
    now,
    ...(notes === undefined ? {} : { notes }),
  };
  const { changedParagraphs } = current;
  const clip = { ...clipRow(facts, current), ...(changedParagraphs ? { changedParagraphs } : {}) };
  await keepVersion(transaction, {
    clip,
    content: clipContent(clipId, basis.content.source, marked),
    text,
    post,
    targetIds: sent.map(([, targetId]) => targetId),
  });
  return clip;
}

function isSameButMarks(one: ClipContent, other: ClipContent): boolean {
  return JSON.stringify(unmarked(one)) === JSON.stringify(unmarked(other));
}

function unmarked({ source, edits: { highlights: _marks, ...edits } }: ClipContent) {
  return { source, edits };
}

function editedDraft(draft: Draft, changes: DraftChange): Draft {
  const { published, ...rest } = { ...draft, ...changes };
  return { ...rest, ...(published ? { published } : {}) };
}
