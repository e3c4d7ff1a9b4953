import type { Clip, ClipContent, ClipPost, ClipText } from './clip.ts';
import type { Library } from './database.ts';
import type { Delivery } from './delivery.ts';
import { VERSION_STORES } from './keep-version.ts';
import { transact } from './transact.ts';

/** Everything that was known of a clip. */
export interface WholeClip {
  readonly clip: Clip;
  readonly content?: ClipContent;
  readonly text?: ClipText;
  readonly post?: ClipPost;
  readonly deliveries: readonly Delivery[];
}

/**
 * Takes clips out of the library. Files that were written for them are the user's, and stay.
 *
 * @returns all that was known of them, for `restoreClips`.
 */
export function deleteClips(library: Library, ids: readonly string[]): Promise<WholeClip[]> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      const deleted: WholeClip[] = [];
      for (const id of ids) {
        const range = IDBKeyRange.bound([id], [id, []]);
        const clip = await transaction.objectStore('clips').get(id);
        if (!clip) continue;
        const content = await transaction.objectStore('contents').get(id);
        const text = await transaction.objectStore('texts').get(id);
        const post = await transaction.objectStore('posts').get(id);
        const deliveries = await transaction.objectStore('deliveries').getAll(range);
        deleted.push({ clip, ...(content && { content }), ...(text && { text }), ...(post && { post }), deliveries });
        for (const store of ['clips', 'contents', 'texts', 'posts'] as const) {
          await transaction.objectStore(store).delete(id);
        }
        await transaction.objectStore('deliveries').delete(range);
      }
      return deleted;
    }),
  );
}

/** Puts clips back as they were, with their deliveries; one that has come back otherwise is left as it is. */
export function restoreClips(library: Library, whole: readonly WholeClip[]): Promise<void> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      for (const { clip, content, text, post, deliveries } of whole) {
        if (await transaction.objectStore('clips').get(clip.id)) continue;
        await transaction.objectStore('clips').put(clip);
        if (content) await transaction.objectStore('contents').put(content);
        if (text) await transaction.objectStore('texts').put(text);
        if (post) await transaction.objectStore('posts').put(post);
        for (const delivery of deliveries) await transaction.objectStore('deliveries').put(delivery);
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
