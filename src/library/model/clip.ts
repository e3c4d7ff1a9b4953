import type { Draft } from '../../core/model/draft.ts';
import type { PictureType } from '../../core/model/picture.ts';
import type { PostAsset } from '../../core/post/to-post.ts';

/** What of a page a clip holds: its whole story, or what the reader had selected of it. */
export type ClipPart = 'article' | 'selection';

/**
 * One clip as lists, filters and badges need it: small, so that ten thousand of them fit in memory.
 * The large parts (text, HTML, the post) are in separate stores, under the same id.
 */
export interface Clip {
  readonly id: string;
  /** The story's identity: see `urlKeyOf`. */
  readonly urlKey: string;
  /** Absent: the whole story. */
  readonly part?: ClipPart;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** `Published.value` of the story; absent where unknown. */
  readonly published?: string;
  /** Unix milliseconds to sort by: the publication, else the time of clipping. */
  readonly storyAt: number;
  /** The first words of the story. */
  readonly excerpt: string;
  readonly presetId: string;
  /** The user's own words about the clip. */
  readonly notes: string;
  /** Counts the saves, from 1. A delivery carries the version that it delivers. */
  readonly version: number;
  /** The press that made this version: see `SaveRequest.saveId`. */
  readonly saveId?: string;
  /** Paragraphs of the text that the last update found changed at the source; absent when none. */
  readonly changedParagraphs?: number;
  /** How many passages the user marked; absent when none. */
  readonly highlightCount?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Part of it could not be read. Set by queries, never stored. */
  readonly isDamaged?: true;
}

/** What a clip was made from, and what the user made of it. */
export interface ClipContent {
  readonly clipId: string;
  /** The draft as extracted from the page. */
  readonly source: Draft;
  /** The fields that the user changed. */
  readonly edits: Partial<Draft>;
}

/** The running text, alone, because search reads it of every clip. */
export interface ClipText {
  readonly clipId: string;
  readonly text: string;
}

/** The files of a clip's current version, as they are to be delivered. */
export interface ClipPost {
  readonly clipId: string;
  readonly version: number;
  /** The post's path below the target's folder, `/`-separated. */
  readonly path: string;
  /** The whole post. */
  readonly text: string;
  /** The content of `<path>.meta`; absent where the post holds its own keys. */
  readonly meta?: string;
  readonly assets: readonly PostAsset[];
}

/** A picture of a clip's story. */
export interface ClipPicture {
  readonly clipId: string;
  /** Its address on the web. */
  readonly url: string;
  readonly type: PictureType;
  /** Not in memory until it is read. */
  readonly bytes: Blob;
}

/** The draft as the user left it. */
export function draftOfContent(content: ClipContent): Draft {
  return { ...content.source, ...content.edits };
}
