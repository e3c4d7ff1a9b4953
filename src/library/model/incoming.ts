import type { Clip, ClipContent, ClipPicture, ClipPost, ClipText } from './clip.ts';
import type { EarlierVersion } from './earlier-version.ts';
import type { EditDraft } from './edit-draft.ts';
import type { FollowedFeed } from './followed-feed.ts';
import type { PendingHighlights } from './pending-highlights.ts';
import type { Dismissal } from './trashed-clip.ts';

/** A clip of a backup. */
export interface IncomingClip {
  readonly clip: Clip;
  readonly content: ClipContent;
  readonly text: ClipText;
  readonly post: ClipPost;
  /** When it was moved to the trash, in Unix milliseconds; absent where it was not there. */
  readonly deletedAt?: number;
}

/** Earlier versions of a clip, the last one first. What a row leaves out is as in the row before it; the first is whole. */
export interface IncomingVersions {
  readonly clipId: string;
  readonly rows: readonly EarlierVersion[];
}

/** A part of a backup. Parts of a clip name it by the id that it has there. */
export type IncomingPart =
  | IncomingClip
  | { readonly picture: ClipPicture }
  | { readonly versions: IncomingVersions }
  | { readonly draft: EditDraft }
  | { readonly dismissals: readonly Dismissal[] }
  | { readonly pendingHighlights: readonly PendingHighlights[] }
  | { readonly feeds: readonly FollowedFeed[] };

/**
 * A part of a backup that was read and checked, and is not in the library yet. A clip comes before its parts. Key:
 * `[restoreId, n]`.
 */
export type Incoming = { readonly restoreId: string; readonly n: number } & IncomingPart;
