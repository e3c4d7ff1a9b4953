import type { Library } from '../../library/database.ts';

/** So many of the last clips are looked at: what one files today is like what one filed lately. */
const CLIPS_READ = 200;
const TAGS_OFFERED = 12;

/**
 * The user's own tags of earlier clips, for one press: those used on stories of the same site first, then those used
 * most.
 */
export function earlierTags(library: Library, siteName: string): Promise<readonly string[]> {
  return library.use(async (database) => {
    const scores = new Map<string, number>();
    let read = 0;
    const newestFirst = database.transaction('clips').store.index('updatedAt').iterate(null, 'prev');
    for await (const { value: clip } of newestFirst) {
      for (const tag of clip.tags) {
        if (tag === clip.siteName) continue;
        scores.set(tag, (scores.get(tag) ?? 0) + (clip.siteName === siteName ? 10 : 1));
      }
      if (++read === CLIPS_READ) break;
    }
    return [...scores]
      .sort(([, a], [, b]) => b - a)
      .slice(0, TAGS_OFFERED)
      .map(([tag]) => tag);
  });
}
