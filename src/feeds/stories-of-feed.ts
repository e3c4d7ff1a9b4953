import type { FeedStory } from '../library/model/followed-feed.ts';
import { readFeed } from './read-feed.ts';

export { NotAFeedError } from './read-feed.ts';

/** The stories that a feed names, all as new ones, and what it calls itself. */
export interface FeedStories {
  readonly title: string;
  readonly stories: readonly FeedStory[];
}

/**
 * Reads a feed for the stories that it names. Items without an address are left out: they have no page to clip.
 *
 * @param text as `decodeFeed` returns it.
 * @param url the address that it was fetched from at last.
 * @throws {NotAFeedError}
 */
export function storiesOfFeed(text: string, url: string): FeedStories {
  const { title, items } = readFeed(text, url);
  const stories = items.flatMap((item): FeedStory[] =>
    item.url === undefined ? [] : [{ id: item.id, url: item.url, title: item.title, state: 'new' }],
  );
  return { title, stories };
}
