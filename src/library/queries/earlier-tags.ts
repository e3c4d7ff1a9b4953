import { readableClip, readableFile } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';

/** So many of the last clips, and of a folder's last posts, are looked at: what one files today is like what one filed lately. */
const READ = 200;
const TAGS_OFFERED = 12;

/** A tag used on a story of the same site counts as much as so many others. */
const SAME_SITE = 10;

/**
 * The user's own tags of earlier clips and of the posts in connected folders, for one press: those used on stories of
 * the same site first, then those used most. A category of posts from several sites is one of the user's own as well;
 * on posts of one site alone it is that site's name.
 */
export function earlierTags(library: Library, siteName: string): Promise<readonly string[]> {
  return library.use(async (database) => {
    const scores = new Map<string, number>();
    const add = (tags: readonly string[], labels: readonly string[]): void => {
      const score = labels.includes(siteName) ? SAME_SITE : 1;
      // A site's own name is on each of its posts, and says nothing of this one.
      for (const tag of tags) if (!labels.includes(tag)) scores.set(tag, (scores.get(tag) ?? 0) + score);
    };
    const clips = database.transaction('clips').store.index('updatedAt').iterate(null, 'prev');
    for await (const clip of newest(clips)) {
      const { tags, siteName: name } = readableClip(clip);
      add(tags, [name]);
    }
    // Most archives name their posts by the day: the last names are the newest.
    const files = database.transaction('folderFiles').store.iterate(null, 'prev');
    const sites = new Map<string, Set<string>>();
    for await (const file of newest(files)) {
      const { tags, categories, url } = readableFile(file);
      add(tags, categories);
      for (const category of categories) sites.set(category, (sites.get(category) ?? new Set()).add(hostOf(url)));
    }
    for (const [category, hosts] of sites) if (hosts.size > 1) add([category], []);
    return [...scores]
      .sort(([, a], [, b]) => b - a)
      .slice(0, TAGS_OFFERED)
      .map(([tag]) => tag);
  });
}

function hostOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

async function* newest<T>(cursors: AsyncIterable<{ readonly value: T }>): AsyncGenerator<T> {
  let read = 0;
  for await (const { value } of cursors) {
    yield value;
    if (++read === READ) return;
  }
}
