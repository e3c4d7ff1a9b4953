import { mergeHighlights } from '../../core/highlights/merge-highlights.ts';
import type { Highlight } from '../../core/model/highlight.ts';
import { type Clip, type ClipContent, draftOfContent } from '../model/clip.ts';
import { urlKeyOf } from '../model/identity.ts';
import type { Library } from '../store/database.ts';
import type { LibraryDatabase } from '../store/schema.ts';
import { isSameTitled, type NamedStory, pendingOf } from './pending-highlights.ts';

/** What is marked in a story. */
export interface StoryHighlights {
  /** The clip that has them; absent where the story is not clipped. */
  readonly clipId?: string;
  readonly highlights: readonly Highlight[];
}

/** What is marked in a story: in its clip, and since then, or before it is clipped. */
export function readHighlights(library: Library, story: NamedStory): Promise<StoryHighlights> {
  return library.use(async (database) => {
    const clipId = await clipOfStory(storyRows(database), story);
    const own = clipId === undefined ? undefined : await database.get('contents', clipId);
    const highlights = mergeHighlights(own && draftOfContent(own).highlights, await pendingHighlights(database, story));
    return { ...(clipId === undefined ? {} : { clipId }), highlights };
  });
}

/** What is marked in a story and in no clip of it. */
export function readPendingHighlights(library: Library, story: NamedStory): Promise<Highlight[]> {
  return library.use((database) => pendingHighlights(database, story));
}

/** What is marked in a clip, and in its story since. */
export function readClipHighlights(library: Library, clipId: string): Promise<Highlight[]> {
  return library.use(async (database) => {
    const content = await database.get('contents', clipId);
    if (!content) return [];
    const { url, title } = content.source;
    return mergeHighlights(draftOfContent(content).highlights, await pendingHighlights(database, { url, title }));
  });
}

async function pendingHighlights(database: LibraryDatabase, story: NamedStory): Promise<Highlight[]> {
  const rows = await pendingOf((everyTitle) => database.getAll('pendingHighlights', everyTitle), story);
  return rows.flatMap(({ highlights }) => highlights);
}

/** Reads rows: of a database, or inside a transaction. */
export interface StoryRows {
  clipsOf(urlKey: string): Promise<readonly Clip[]>;
  content(clipId: string): Promise<ClipContent | undefined>;
}

export function storyRows(database: LibraryDatabase): StoryRows {
  return {
    clipsOf: (urlKey) => database.getAllFromIndex('clips', 'urlKey', urlKey),
    content: (clipId) => database.get('contents', clipId),
  };
}

/** The id of the newest clip of a whole story. */
export async function clipOfStory(rows: StoryRows, { url, title }: NamedStory): Promise<string | undefined> {
  const newestFirst = (await rows.clipsOf(urlKeyOf(url)))
    .filter(({ part = 'article' }) => part === 'article')
    .toSorted((a, b) => b.updatedAt - a.updatedAt);
  for (const clip of newestFirst) {
    const source = (await rows.content(clip.id))?.source;
    if (source && (isSameTitled(source.title, title) || isSameTitled(clip.title, title))) return clip.id;
  }
  return undefined;
}
