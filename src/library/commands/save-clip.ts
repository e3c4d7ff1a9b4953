import { mergeHighlights } from '../../core/highlights/merge-highlights.ts';
import { withHighlights } from '../../core/highlights/with-highlights.ts';
import type { Article } from '../../core/model/article.ts';
import { type Draft, draftOf } from '../../core/model/draft.ts';
import { ClipError } from '../../core/model/failure.ts';
import type { Highlight } from '../../core/model/highlight.ts';
import type { Post } from '../../core/post/to-post.ts';
import { type Clip, type ClipPart, type ClipPost, draftOfContent } from '../model/clip.ts';
import { clipContent, clipRow } from '../model/clip-row.ts';
import { countChanges } from '../queries/compare-texts.ts';
import { matchStoryIn, seenStory } from '../queries/match-story.ts';
import { sourceChanges } from '../queries/source-changes.ts';
import type { Library } from '../store/database.ts';
import type { LibraryDatabase } from '../store/schema.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';
import { keepVersion } from './keep-version.ts';
import { withRoom } from './make-room.ts';
import { takePendingHighlights } from './take-pending-highlights.ts';

/** What the popup has when Save is pressed. */
export interface SaveRequest {
  readonly article: Article;
  /** The draft as the user left it. */
  readonly draft: Draft;
  readonly post: Post;
  readonly presetId: string;
  /** What of the page it is. Absent: the whole story. */
  readonly part?: ClipPart;
  readonly notes?: string;
  /** Where the post goes: one outbox row each. */
  readonly targetIds: readonly string[];
  /**
   * `new`: a separate clip, under the given id (so that saving twice by mistake saves once) ·
   * `update`: the next version of that clip · `same-story`: the next version of the clip that `matchStory` finds, else
   * a new clip under the id given.
   */
  readonly as: { readonly kind: 'new' | 'update' | 'same-story'; readonly id: string };
  /**
   * One press on Save. The popup and the background both save it, so that neither's death loses it: who comes second
   * finds it done.
   */
  readonly saveId?: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Keeps a clip and queues its deliveries, all in one transaction, and reads it back from the disk before it answers:
 * who is told “saved” has it.
 *
 * @throws {ClipError} `library-full`, `library-blocked`, `library-newer`, `library-unavailable`, `not-kept`.
 */
export async function saveClip(library: Library, request: SaveRequest): Promise<Clip> {
  return withRoom(library, async (database) => {
    const { clip, isOurs } = await write(database, request);
    await readBack(database, clip, isOurs ? request.post.text : undefined);
    return clip;
  });
}

/** Writes a clip, unless the other context that saves this press has. */
function write(database: LibraryDatabase, request: SaveRequest): Promise<{ clip: Clip; isOurs: boolean }> {
  const { article, post, presetId, part = 'article', notes, targetIds, as, saveId, now } = request;
  return transact(database, [...VERSION_STORES], async (transaction) => {
    const clips = transaction.objectStore('clips');
    const story = { ...seenStory(article, part), url: request.draft.url };
    const match = as.kind === 'same-story' ? await matchStoryIn(transaction, story) : {};
    const before = match.clip ?? (await clips.get(as.id)) ?? (await transaction.objectStore('trash').get(as.id))?.clip;
    if (before && saveId !== undefined && before.saveId === saveId) return { clip: before, isOurs: false };
    const { text, direction } = article;
    const draft = withHighlights(request.draft, await highlightsFor(transaction, request, before));
    const facts = { id: as.id, draft, text, direction, presetId, part, now, ...(notes === undefined ? {} : { notes }) };
    const changed = before ? await changedParagraphs(transaction, before, article) : 0;
    const clip = {
      ...clipRow(facts, before),
      ...(saveId === undefined ? {} : { saveId }),
      ...(changed > 0 ? { changedParagraphs: changed } : {}),
    };
    const content = clipContent(clip.id, draftOf(article, draft.clippedAt, draft.clippedOffset), draft);
    await keepVersion(transaction, { clip, content, text, post, targetIds });
    return { clip, isOurs: true };
  });
}

/** Those of the draft, and those that were made while its post was written: of the clip, and of its story. */
async function highlightsFor(
  transaction: VersionTransaction,
  { article, draft, part = 'article' }: SaveRequest,
  before: Clip | undefined,
): Promise<Highlight[]> {
  const content = before && (await transaction.objectStore('contents').get(before.id));
  const story = { url: draft.url, title: article.title.value };
  const pending = part === 'article' ? await takePendingHighlights(transaction, story) : [];
  return mergeHighlights(content && draftOfContent(content).highlights, draft.highlights, pending);
}

async function changedParagraphs(transaction: VersionTransaction, { id }: Clip, article: Article): Promise<number> {
  const content = await transaction.objectStore('contents').get(id);
  const kept = await transaction.objectStore('texts').get(id);
  return content ? countChanges(sourceChanges(content, kept?.text ?? '', article)) : 0;
}

/** @param text of the post that was written. Absent: the other context wrote it, maybe a moment later in other words. */
async function readBack(database: LibraryDatabase, clip: Clip, text: string | undefined): Promise<void> {
  const post = await database.get('posts', clip.id);
  const kept = (await database.get('clips', clip.id)) ?? (await database.get('trash', clip.id));
  if (!kept || !post || (text !== undefined && !sameOrLater(post, clip.version, text))) {
    throw new ClipError('not-kept', `clip ${clip.id} version ${clip.version}`);
  }
}

/** A later version may already have replaced this one: then this one was kept, and replaced. */
function sameOrLater(post: ClipPost, version: number, text: string): boolean {
  return post.version > version || (post.version === version && post.text === text);
}
