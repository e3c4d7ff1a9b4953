import { withHighlights } from '../core/highlights/with-highlights.ts';
import type { Article } from '../core/model/article.ts';
import type { Draft } from '../core/model/draft.ts';
import type { Highlight } from '../core/model/highlight.ts';
import type { Preset } from '../core/model/preset.ts';
import type { LoadPinyin } from '../core/post/pinyin.ts';
import { writePost } from '../core/post/to-post.ts';
import { prepareUpdate } from '../library/commands/prepare-update.ts';
import { saveClip as keepClip, type SaveRequest } from '../library/commands/save-clip.ts';
import type { Clip, ClipPart } from '../library/model/clip.ts';
import { type DraftBasis, rebaseDraft } from '../library/model/rebase-draft.ts';
import { matchStory, seenStory } from '../library/queries/match-story.ts';
import { readClipHighlights, readHighlights, readPendingHighlights } from '../library/queries/read-highlights.ts';
import type { Changes } from '../library/store/changes.ts';
import type { Library } from '../library/store/database.ts';
import { freshDraft } from './fresh-draft.ts';

export interface SaveDeps {
  readonly library: Library;
  /** Tells the pages that show the library. */
  readonly changes: Pick<Changes, 'announce'>;
}

/** What is to be saved, and how. */
export interface SaveOrder {
  readonly article: Article;
  /** The draft as the user left it. Absent: nobody saw it, and what the user made of the story earlier stays. */
  readonly draft?: Draft;
  /** What that draft began as, so that edits made in the library since stay. Absent: the draft replaces all. */
  readonly basis?: DraftBasis;
  /** Tags that a story nobody saw gets besides its own. */
  readonly addTags?: readonly string[];
  readonly preset: Preset;
  readonly targetIds: readonly string[];
  /**
   * `same-story`: the next version of the story's clip where there is one (`matchStory`), else a new clip · `new`: a clip
   * of its own in any case · an id: the next version of that clip, whatever it holds.
   */
  readonly as: 'same-story' | 'new' | { readonly clipId: string };
  /** What of the page it is. */
  readonly part: ClipPart;
  /** Names this press on Save: a UUID. Both the popup and the background save it, once. */
  readonly saveId: string;
  /** Unix milliseconds. */
  readonly now: number;
  readonly loadPinyin: LoadPinyin;
}

/**
 * Assembles a save: the draft, the post that is written from it, and what becomes of an earlier clip. Every way of
 * saving a story goes through here, so that each keeps what the user changed.
 */
export async function assembleSave(library: Library, order: SaveOrder): Promise<SaveRequest> {
  const { article, preset, targetIds, as, part, saveId, now, loadPinyin } = order;
  const edited = await editedDraft(library, order);
  const draft = withHighlights(edited, await highlightsOf(library, order));
  return {
    article,
    draft,
    post: await writePost(draft, preset, loadPinyin),
    presetId: preset.id,
    targetIds,
    part,
    as: typeof as === 'string' ? { kind: as, id: saveId } : { kind: 'update', id: as.clipId },
    saveId,
    now,
  };
}

/** What is marked in the story, so that its post shows it. `keepClip` adds what is marked meanwhile. */
async function highlightsOf(library: Library, { article, as, part }: SaveOrder): Promise<readonly Highlight[]> {
  if (typeof as === 'object') return readClipHighlights(library, as.clipId);
  if (part === 'selection') return [];
  const story = { url: article.url, title: article.title.value };
  return as === 'new' ? readPendingHighlights(library, story) : (await readHighlights(library, story)).highlights;
}

/**
 * The draft as the user left it, on what the library has by now. A story that nobody saw: the page's draft, under what
 * the user changed in an earlier clip of it.
 */
async function editedDraft(library: Library, order: SaveOrder): Promise<Draft> {
  const { article, draft, basis, addTags = [], now } = order;
  if (draft && !basis) return draft;
  const clipId = await earlierClipId(library, order);
  const update = clipId === undefined ? undefined : await prepareUpdate(library, clipId, article);
  if (draft) return basis && update ? rebaseDraft(draft, basis, update.draft) : draft;
  const unseen = update?.draft ?? freshDraft(article, now);
  return { ...unseen, tags: [...new Set([...unseen.tags, ...addTags])] };
}

/** The clip whose next version is saved; nothing where a clip is new. */
async function earlierClipId(library: Library, { article, draft, as, part }: SaveOrder): Promise<string | undefined> {
  if (typeof as === 'object') return as.clipId;
  if (as === 'new') return undefined;
  const story = seenStory(article, part);
  return (await matchStory(library, draft ? { ...story, url: draft.url } : story)).clip?.id;
}

/**
 * Keeps an assembled save in the library, with its deliveries queued, and tells the pages that show it. Doing it twice
 * saves once.
 *
 * @throws {ClipError} `library-full`, `library-blocked`, `library-newer`, `library-unavailable`, `not-kept`.
 */
export async function saveClip({ library, changes }: SaveDeps, request: SaveRequest): Promise<Clip> {
  const clip = await keepClip(library, request);
  changes.announce({ kind: 'clips', ids: [clip.id] });
  return clip;
}
