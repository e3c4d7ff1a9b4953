import { mergeHighlights } from '../../core/highlights/merge-highlights.ts';
import { withHighlights } from '../../core/highlights/with-highlights.ts';
import type { Draft } from '../../core/model/draft.ts';
import { ClipError } from '../../core/model/failure.ts';
import { type Highlight, MAX_HIGHLIGHTS } from '../../core/model/highlight.ts';
import type { Post } from '../../core/post/to-post.ts';
import { type Clip, type ClipContent, draftOfContent } from '../model/clip.ts';
import { clipContent, clipRow } from '../model/clip-row.ts';
import { urlKeyOf } from '../model/identity.ts';
import { type NamedStory, pendingOf } from '../queries/pending-highlights.ts';
import { clipOfStory, type StoryHighlights, storyRows } from '../queries/read-highlights.ts';
import type { Library } from '../store/database.ts';
import type { LibraryDatabase } from '../store/schema.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';
import { keepVersion } from './keep-version.ts';
import { withRoom } from './make-room.ts';
import { takePendingHighlights } from './take-pending-highlights.ts';

/** A change to what is marked in a story. */
export interface HighlightsChange {
  /** A clip; or a story, clipped or not. */
  readonly of: { readonly clipId: string } | NamedStory;
  /** Each takes the place of the one with its id, or is added. */
  readonly put?: readonly Highlight[];
  /** Ids of those that are taken away. */
  readonly remove?: readonly string[];
  /** Writes the post again. Called before the transaction, as it may load what it needs. */
  readonly writePost: (draft: Draft, presetId: string) => Promise<Post>;
  readonly now: number;
}

/** So often a change is tried anew where others change the same clip. */
const MOST_TRIES = 20;

/**
 * Changes what is marked in a story, in one transaction: in its clip, whose post is written again and queued where it is
 * different now; of a story that is not clipped it is kept until it is. The way for all callers.
 *
 * @returns nothing where the clip is gone.
 * @throws {ClipError} `library-full`, `library-blocked`, `library-newer`, `library-unavailable`; `unexpected` where there
 *   would be more than `MAX_HIGHLIGHTS`.
 */
export async function changeHighlights(
  library: Library,
  change: HighlightsChange,
): Promise<StoryHighlights | undefined> {
  const { of } = change;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const clipId = 'clipId' in of ? of.clipId : await library.use((database) => clipOfStory(storyRows(database), of));
    const work = (database: LibraryDatabase) =>
      clipId === undefined && !('clipId' in of)
        ? changePending(database, of, change)
        : changeClip(database, clipId ?? '', change);
    const changed = await withRoom(library, work);
    if (changed !== 'changed-meanwhile') return changed;
  }
  throw new ClipError('unexpected', 'the clip is changed without end');
}

type Changed = StoryHighlights | undefined | 'changed-meanwhile';

async function changeClip(database: LibraryDatabase, clipId: string, change: HighlightsChange): Promise<Changed> {
  const before = await readClip(database, clipId);
  if (!before) return undefined;
  const { clip, content, text, pending } = before;
  const draft = draftOfContent(content);
  const highlights = applied(mergeHighlights(draft.highlights, pending), change);
  const marked = withHighlights(draft, highlights);
  const post = await change.writePost(marked, clip.presetId);
  return transact(database, [...VERSION_STORES], async (transaction): Promise<Changed> => {
    const [current, now] = await Promise.all([
      transaction.objectStore('clips').get(clipId),
      transaction.objectStore('contents').get(clipId),
    ]);
    if (current?.version !== clip.version || JSON.stringify(now) !== JSON.stringify(content))
      return 'changed-meanwhile';
    const { highlightCount: _before, ...row } = current;
    if ((clip.part ?? 'article') === 'article') await takePendingHighlights(transaction, storyOf(clip, content));
    await keepVersion(transaction, {
      clip: { ...row, ...clipRow({ ...current, draft: marked, text, now: change.now }, current) },
      content: clipContent(clipId, content.source, marked),
      text,
      post,
      targetIds: await staleTargets(transaction, clipId, post),
    });
    return { clipId, highlights };
  });
}

async function readClip(database: LibraryDatabase, clipId: string) {
  const [clip, content, text] = await Promise.all([
    database.get('clips', clipId),
    database.get('contents', clipId),
    database.get('texts', clipId),
  ]);
  if (!clip || !content) return undefined;
  const isWhole = (clip.part ?? 'article') === 'article';
  const rows = isWhole
    ? await pendingOf((titles) => database.getAll('pendingHighlights', titles), storyOf(clip, content))
    : [];
  return { clip, content, text: text?.text ?? '', pending: rows.flatMap(({ highlights }) => highlights) };
}

function storyOf({ url }: Clip, { source }: ClipContent): NamedStory {
  return { url, title: source.title };
}

/** Where the clip's post has to be written again: nowhere, where it is the same. */
async function staleTargets(transaction: VersionTransaction, clipId: string, post: Post): Promise<string[]> {
  const kept = await transaction.objectStore('posts').get(clipId);
  if (kept && kept.text === post.text && kept.meta === post.meta) return [];
  const sent = await transaction.objectStore('deliveries').getAllKeys(IDBKeyRange.bound([clipId], [clipId, []]));
  return sent.map(([, targetId]) => targetId);
}

/** Of a story without a clip. */
function changePending(database: LibraryDatabase, story: NamedStory, change: HighlightsChange): Promise<Changed> {
  const urlKey = urlKeyOf(story.url);
  return transact(database, [...VERSION_STORES], async (transaction): Promise<Changed> => {
    const rows = {
      clipsOf: () => transaction.objectStore('clips').index('urlKey').getAll(urlKey),
      content: (clipId: string) => transaction.objectStore('contents').get(clipId),
    };
    if ((await clipOfStory(rows, story)) !== undefined) return 'changed-meanwhile';
    const highlights = applied(await takePendingHighlights(transaction, story), change);
    const row = { urlKey, title: story.title, url: story.url, highlights, updatedAt: change.now };
    if (highlights.length > 0) await transaction.objectStore('pendingHighlights').put(row);
    return { highlights };
  });
}

function applied(highlights: readonly Highlight[], { put = [], remove = [] }: HighlightsChange): Highlight[] {
  const replaced = new Map(put.map((highlight) => [highlight.id, highlight]));
  const next = mergeHighlights(
    highlights.map((highlight) => replaced.get(highlight.id) ?? highlight),
    put,
  ).filter(({ id }) => !remove.includes(id));
  if (next.length > Math.max(MAX_HIGHLIGHTS, highlights.length)) {
    throw new ClipError('unexpected', `a story has at most ${MAX_HIGHLIGHTS} highlights`);
  }
  return next;
}
