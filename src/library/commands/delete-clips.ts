import type { Clip, ClipContent, ClipPicture, ClipPost, ClipText } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES } from '../store/version-stores.ts';

/** Everything that was known of a clip. */
export interface WholeClip {
  readonly clip: Clip;
  readonly content?: ClipContent;
  readonly text?: ClipText;
  readonly post?: ClipPost;
  readonly deliveries: readonly Delivery[];
}

/** The same with its pictures, for bringing it back. */
export interface DeletedClip extends WholeClip {
  readonly pictures: readonly ClipPicture[];
}

/**
 * Takes clips out of the library. Files that were written for them are the user's, and stay.
 *
 * @returns all that was known of them, for `restoreClips`.
 */
export function deleteClips(library: Library, ids: readonly string[]): Promise<DeletedClip[]> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES, 'pictures'], async (transaction) => {
      const deleted: DeletedClip[] = [];
      for (const id of ids) {
        const range = IDBKeyRange.bound([id], [id, []]);
        const clip = await transaction.objectStore('clips').get(id);
        if (!clip) continue;
        const content = await transaction.objectStore('contents').get(id);
        const text = await transaction.objectStore('texts').get(id);
        const post = await transaction.objectStore('posts').get(id);
        const deliveries = await transaction.objectStore('deliveries').getAll(range);
        const pictures = await transaction.objectStore('pictures').getAll(range);
        const rest = { ...(content && { content }), ...(text && { text }), ...(post && { post }) };
        deleted.push({ clip, ...rest, deliveries, pictures });
        for (const store of ['clips', 'contents', 'texts', 'posts'] as const) {
          await transaction.objectStore(store).delete(id);
        }
        await transaction.objectStore('deliveries').delete(range);
        await transaction.objectStore('pictures').delete(range);
      }
      return deleted;
    }),
  );
}

/** Puts clips back as they were, with their deliveries; one that has come back otherwise is left as it is. */
export function restoreClips(library: Library, whole: readonly DeletedClip[]): Promise<void> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES, 'pictures'], async (transaction) => {
      for (const { clip, content, text, post, deliveries, pictures } of whole) {
        if (await transaction.objectStore('clips').get(clip.id)) continue;
        await transaction.objectStore('clips').put(clip);
        if (content) await transaction.objectStore('contents').put(content);
        if (text) await transaction.objectStore('texts').put(text);
        if (post) await transaction.objectStore('posts').put(post);
        for (const delivery of deliveries) await transaction.objectStore('deliveries').put(delivery);
        for (const picture of pictures) await transaction.objectStore('pictures').put(picture);
      }
    }),
  );
}

/** All that is known of one clip; nothing where it is gone. */
export function readWholeClip(library: Library, id: string): Promise<WholeClip | undefined> {
  return library.use(async (database) => {
    const [clip, content, text, post, deliveries] = await Promise.all([
      database.get('clips', id),
      database.get('contents', id),
      database.get('texts', id),
      database.get('posts', id),
      database.getAll('deliveries', IDBKeyRange.bound([id], [id, []])),
    ]);
    if (!clip) return undefined;
    return { clip, ...(content && { content }), ...(text && { text }), ...(post && { post }), deliveries };
  });
}
