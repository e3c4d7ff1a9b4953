import type { FollowedFeed } from '../model/followed-feed.ts';
import type { Library } from '../store/database.ts';

/** All followed feeds, by name. */
export async function listFeeds(library: Library): Promise<FollowedFeed[]> {
  const feeds = await library.use((database) => database.getAll('feeds'));
  return feeds.sort((a, b) => a.name.localeCompare(b.name));
}
