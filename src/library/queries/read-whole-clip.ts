import type { Clip, ClipContent, ClipPost, ClipText } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import { readableContent, readablePost } from '../model/stored-content.ts';
import { readableClip, readableDelivery, readableTrashed } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';
import type { LibraryDatabase } from '../store/schema.ts';

/** Everything that is known of a clip. */
export interface WholeClip {
  readonly clip: Clip;
  readonly content?: ClipContent;
  readonly text?: ClipText;
  readonly post?: ClipPost;
  readonly deliveries: readonly Delivery[];
  /** When it was moved to the trash, in Unix milliseconds; absent where it is not there. */
  readonly deletedAt?: number;
}

/** All that is known of one clip; nothing where it is gone, or in the trash. Damaged parts are left out. */
export function readWholeClip(library: Library, id: string): Promise<WholeClip | undefined> {
  return library.use(async (database) => {
    const clip = await database.get('clips', id);
    return clip && wholeOf(database, readableClip(clip));
  });
}

/** The same, also of a clip in the trash. */
export function readClipOrTrashed(library: Library, id: string): Promise<WholeClip | undefined> {
  return library.use(async (database) => {
    const clip = await database.get('clips', id);
    if (clip) return wholeOf(database, readableClip(clip));
    const trashed = await database.get('trash', id);
    if (!trashed) return undefined;
    const { clip: deleted, deletedAt } = readableTrashed(trashed);
    return { ...(await wholeOf(database, deleted)), deletedAt };
  });
}

async function wholeOf(database: LibraryDatabase, clip: Clip): Promise<WholeClip> {
  const { id } = clip;
  const [contentRow, textRow, postRow, deliveries] = await Promise.all([
    database.get('contents', id),
    database.get('texts', id),
    database.get('posts', id),
    database.getAll('deliveries', IDBKeyRange.bound([id], [id, []])),
  ]);
  const [content, text, post] = [readableContent(contentRow), readableText(textRow), readablePost(postRow)];
  return {
    clip: content && text && post ? clip : { ...clip, isDamaged: true },
    ...(content && { content }),
    ...(text && { text }),
    ...(post && { post }),
    deliveries: deliveries.map(readableDelivery),
  };
}

function readableText(row: ClipText | undefined): ClipText | undefined {
  return typeof row?.text === 'string' ? row : undefined;
}
