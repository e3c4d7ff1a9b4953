import type { Article } from '../../core/article.ts';
import type { ClipAnswer } from '../../core/clip-answer.ts';
import type { Failure } from '../../core/failure.ts';
import type { Draft } from '../../core/post/draft.ts';
import type { Post } from '../../core/post/to-post.ts';
import type { Preset } from '../../core/presets/preset.ts';

/** The tab that the button was pressed on. */
export interface TabPage {
  readonly title: string;
  readonly url: string;
}

/** The story as it was clipped before. */
export interface EarlierClip {
  readonly id: string;
  /** Unix milliseconds of the last save. */
  readonly savedAt: number;
}

/** What Save hands over. */
export interface SaveRequest {
  readonly article: Article;
  readonly draft: Draft;
  readonly post: Post;
  readonly preset: Preset;
  /** `update` writes over the story's own file, `new` beside it. */
  readonly as: 'update' | 'new';
}

/** What became of a save. The clip is kept in any case; the file may have to wait. */
export interface SavedClip {
  /** Where the file lies, as the user knows it. */
  readonly path: string;
  /** Why the file is not written yet. */
  readonly waiting?: Failure;
  /** Absent where there is no folder to show. */
  readonly showInFolder?: () => Promise<void>;
}

/** All that the popup needs from the world, so that its views and actions can be tested and drawn without one. */
export interface PopupPorts {
  readonly now: () => number;
  /** Reads the page. Never rejects. */
  clip(): Promise<ClipAnswer>;
  /** @throws {ClipError} why the clip is not kept. */
  save(request: SaveRequest): Promise<SavedClip>;
  copy(text: string): Promise<void>;
  openLibrary(): void;
  openOptions(): void;
}
