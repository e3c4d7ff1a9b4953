import type { StoreNames } from 'idb';
import type { Article } from '../core/article.ts';
import { ClipError } from '../core/failure.ts';
import { type Draft, draftOf } from '../core/post/draft.ts';
import type { Post } from '../core/post/to-post.ts';
import type { Clip, ClipContent, ClipPost } from './clip.ts';
import { compareTexts, countChanges } from './compare-texts.ts';
import type { Library } from './database.ts';
import type { Delivery } from './delivery.ts';
import { urlKeyOf } from './identity.ts';
import type { LibraryDatabase, LibrarySchema } from './schema.ts';
import { transact } from './transact.ts';

/** What the popup has in hand when Save is pressed. */
export interface SaveRequest {
  readonly article: Article;
  /** The draft as the user left it. */
  readonly draft: Draft;
  readonly post: Post;
  readonly presetId: string;
  readonly notes?: string;
  /** Where the post goes: one outbox row each. */
  readonly targetIds: readonly string[];
  /**
   * `new`: a clip of its own, under the id given (so that saving twice by mistake saves once) ·
   * `update`: the next version of that clip · `same-story`: the next version of the newest clip of this story, where
   * there is one, else a new clip under the id given.
   */
  readonly as: { readonly kind: 'new' | 'update' | 'same-story'; readonly id: string };
  /** Unix milliseconds. */
  readonly now: number;
}

const EXCERPT_LENGTH = 160;

/**
 * Keeps a clip and queues its deliveries, all in one transaction, and reads it back from the disk before it answers:
 * who is told “saved” has it.
 *
 * @throws {ClipError} `library-full`, `library-blocked`, `library-newer`, `library-unavailable`, `not-kept`.
 */
export function saveClip(library: Library, request: SaveRequest): Promise<Clip> {
  return library.use(async (database) => {
    const clip = await write(database, request);
    await readBack(database, clip, request);
    return clip;
  });
}

function write(database: LibraryDatabase, request: SaveRequest): Promise<Clip> {
  const stores: StoreNames<LibrarySchema>[] = ['clips', 'contents', 'texts', 'posts', 'deliveries'];
  return transact(database, stores, async (transaction) => {
    const clips = transaction.objectStore('clips');
    const urlKey = urlKeyOf(request.draft.url);
    const sameStory = request.as.kind === 'same-story' ? newest(await clips.index('urlKey').getAll(urlKey)) : undefined;
    const before = sameStory ?? (await clips.get(request.as.id));
    const texts = transaction.objectStore('texts');
    const changed =
      before && countChanges(compareTexts((await texts.get(before.id))?.text ?? '', request.article.text));
    const clip = { ...clipOf(request, urlKey, before), ...(changed ? { changedParagraphs: changed } : {}) };
    const { path, text, assets } = request.post;
    await clips.put(clip);
    await transaction.objectStore('contents').put({ clipId: clip.id, ...contentOf(request) });
    await texts.put({ clipId: clip.id, text: request.article.text });
    await transaction.objectStore('posts').put({ clipId: clip.id, version: clip.version, path, text, assets });
    const deliveries = transaction.objectStore('deliveries');
    for (const targetId of request.targetIds) {
      await deliveries.put(queuedRow(await deliveries.get([clip.id, targetId]), clip, targetId, request.now));
    }
    return clip;
  });
}

async function readBack(database: LibraryDatabase, clip: Clip, request: SaveRequest): Promise<void> {
  const post = await database.get('posts', clip.id);
  const kept = await database.get('clips', clip.id);
  if (!kept || !post || !sameOrLater(post, clip.version, request.post.text)) {
    throw new ClipError('not-kept', `clip ${clip.id} version ${clip.version}`);
  }
}

/** A later version may already have taken the place of ours: then ours was kept, and replaced. */
function sameOrLater(post: ClipPost, version: number, text: string): boolean {
  return post.version > version || (post.version === version && post.text === text);
}

function newest(clips: readonly Clip[]): Clip | undefined {
  return clips.reduce<Clip | undefined>(
    (best, clip) => (best && best.updatedAt >= clip.updatedAt ? best : clip),
    undefined,
  );
}

/** The list row of a draft. */
function clipOf({ article, draft, presetId, notes, as, now }: SaveRequest, urlKey: string, before?: Clip): Clip {
  return {
    id: before?.id ?? as.id,
    urlKey,
    url: draft.url,
    title: draft.title,
    authors: draft.authors,
    siteName: draft.siteName,
    language: draft.language,
    direction: article.direction,
    tags: draft.tags,
    categories: draft.categories,
    ...(draft.published ? { published: draft.published.value } : {}),
    storyAt: storyInstant(draft),
    excerpt: article.text.slice(0, EXCERPT_LENGTH).replace(/\s+/g, ' ').trim(),
    presetId,
    notes: notes ?? before?.notes ?? '',
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** To sort by only: a day or a time without a zone counts as UTC. */
export function storyInstant({ published, clippedAt }: Draft): number {
  if (!published) return clippedAt;
  const instant =
    published.instant ?? Date.parse(published.value.length > 10 ? `${published.value}Z` : published.value);
  return Number.isFinite(instant) ? instant : clippedAt;
}

/** What the page gave, and apart from it the fields that the user made different. */
function contentOf({ article, draft }: SaveRequest): Omit<ClipContent, 'clipId'> {
  const source = draftOf(article, draft.clippedAt);
  const fields = new Set([...Object.keys(source), ...Object.keys(draft)]) as Set<keyof Draft>;
  const changed = [...fields].filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(source[field]));
  return { source, edits: Object.fromEntries(changed.map((field) => [field, draft[field]])) };
}

/** The outbox row of a new version; what lies at the target from before stays known. */
function queuedRow(before: Delivery | undefined, clip: Clip, targetId: string, now: number): Delivery {
  return {
    clipId: clip.id,
    targetId,
    state: 'queued',
    version: clip.version,
    queuedAt: now,
    attempts: 0,
    nextAttemptAt: now,
    receipts: before?.receipts ?? [],
    places: before?.places ?? [],
    ...(before?.intent ? { intent: before.intent } : {}),
  };
}
