import type { Article } from '../../core/model/article.ts';
import { lettersOf } from '../../core/text/text-folding.ts';
import type { Clip, ClipContent, ClipPart, ClipText } from '../model/clip.ts';
import { urlKeyOf } from '../model/identity.ts';
import { isSameStory, type TitledText } from '../model/same-story.ts';
import type { Library } from '../store/database.ts';
import type { VersionTransaction } from '../store/version-stores.ts';

/** A story as a page shows it, to be matched with the clips of its address. */
export interface SeenStory {
  readonly url: string;
  readonly title: string;
  /** Blocks separated by blank lines. */
  readonly text: string;
  readonly part: ClipPart;
}

/** What the library has at a story's address. */
export interface StoryMatch {
  /** An earlier clip of this very story, or of this very selection of it. */
  readonly clip?: Clip;
  /** Where there is none: the newest clip whose address is this one but whose text is another story's. */
  readonly another?: Clip;
}

/** Reads rows: of a database, or inside a transaction. */
interface RowReader {
  clipsOf(urlKey: string): Promise<readonly Clip[]>;
  content(clipId: string): Promise<ClipContent | undefined>;
  text(clipId: string): Promise<ClipText | undefined>;
}

export function seenStory({ url, title, text }: Article, part: ClipPart): SeenStory {
  return { url, title: title.value, text, part };
}

/** Looks for an earlier clip of a story. */
export function matchStory(library: Library, story: SeenStory): Promise<StoryMatch> {
  return library.use((database) =>
    findMatch(story, {
      clipsOf: (urlKey) => database.getAllFromIndex('clips', 'urlKey', urlKey),
      content: (clipId) => database.get('contents', clipId),
      text: (clipId) => database.get('texts', clipId),
    }),
  );
}

/** The same inside the transaction that a version is kept in. */
export function matchStoryIn(transaction: VersionTransaction, story: SeenStory): Promise<StoryMatch> {
  return findMatch(story, {
    clipsOf: (urlKey) => transaction.objectStore('clips').index('urlKey').getAll(urlKey),
    content: (clipId) => transaction.objectStore('contents').get(clipId),
    text: (clipId) => transaction.objectStore('texts').get(clipId),
  });
}

/**
 * An address alone does not tell a story: sites change story without loading, and may state the first one's address for
 * all. So a clip whose title and most of whose paragraphs differ counts as another story. A selection matches only a
 * clip of the very same words: it never counts as a version of the whole story.
 */
async function findMatch(story: SeenStory, rows: RowReader): Promise<StoryMatch> {
  const clips = await rows.clipsOf(urlKeyOf(story.url));
  const newestFirst = clips
    .filter(({ part = 'article' }) => part === story.part)
    .sort((a, b) => b.updatedAt - a.updatedAt);
  for (const clip of newestFirst) {
    const content = await rows.content(clip.id);
    const text = (await rows.text(clip.id))?.text ?? '';
    const kept = { title: content?.source.title ?? clip.title, text };
    const isMatch = story.part === 'selection' ? hasSameText(kept, story) : isSameStory(kept, story);
    if (isMatch) return { clip };
  }
  const [another] = newestFirst;
  return story.part === 'article' && another ? { another } : {};
}

function hasSameText(kept: TitledText, seen: TitledText): boolean {
  return lettersOf(kept.text) === lettersOf(seen.text);
}
