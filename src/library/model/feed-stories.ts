import type { FeedStory } from './followed-feed.ts';
import { urlKeyOf } from './identity.ts';

/** Stories of a feed that are remembered. Feeds hold some tens. */
const MOST_STORIES = 1_000;

/**
 * What is known of a feed's stories after it was read again. A story is the same by its id or by its address: guids
 * change with the site's software, and addresses are corrected.
 *
 * @param named as the feed names them now, in its order.
 */
export function mergeStories(before: readonly FeedStory[], named: readonly FeedStory[]): FeedStory[] {
  const byId = new Map(before.map((story) => [story.id, story]));
  const byKey = new Map(before.map((story) => [urlKeyOf(story.url), story]));
  const seen = new Set<FeedStory>();
  const keys = new Set<string>();
  const merged: FeedStory[] = [];
  for (const story of named) {
    const key = urlKeyOf(story.url);
    if (keys.has(key)) continue;
    keys.add(key);
    const same = byId.get(story.id) ?? byKey.get(key);
    if (same) seen.add(same);
    const isSettled = same !== undefined && same.state !== 'new';
    merged.push(isSettled ? { ...story, state: same.state } : story);
  }
  // A feed that is empty for an hour must not make its stories new again.
  return [...merged, ...before.filter((story) => !seen.has(story) && !keys.has(urlKeyOf(story.url)))].slice(
    0,
    Math.max(MOST_STORIES, named.length),
  );
}

/** Marks the stories of these addresses as queued. */
export function markTaken(stories: readonly FeedStory[], urls: ReadonlySet<string>): FeedStory[] {
  return stories.map((story) => (urls.has(story.url) ? { ...story, state: 'taken' } : story));
}
