import type { Clip, ClipContent, ClipPicture, ClipPost, ClipText } from './clip.ts';

/** A clip or a picture of a backup that was read and checked, and is not in the library yet. Key: `[restoreId, n]`. */
export type Incoming = { readonly restoreId: string; readonly n: number } & (
  | { readonly clip: Clip; readonly content: ClipContent; readonly text: ClipText; readonly post: ClipPost }
  | { readonly picture: ClipPicture }
);
