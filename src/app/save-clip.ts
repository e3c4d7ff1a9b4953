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
  const edited = order.draft ?? (await unseenDraft(library, order));
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

/** The draft of a story that is saved unseen: the page's, under what the user changed in an earlier clip of it. */
async function unseenDraft(library: Library, order: SaveOrder): Promise<Draft> {
  const { article, addTags = [], as, part, now } = order;
  const { clip } = as === 'same-story' ? await matchStory(library, seenStory(article, part)) : {};
  const update = clip && (await prepareUpdate(library, clip.id, article));
  const draft = update?.draft ?? freshDraft(article, now);
  return { ...draft, tags: [...new Set([...draft.tags, ...addTags])] };
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
