import type { FeedItem } from './feed.ts';
import type { Subscription } from './subscription.ts';

/** Tells whether a story passes the word filters of its subscription: in title or text, without regard to case and width. */
export function isWanted({ title, html, tags }: FeedItem, { include, exclude }: Subscription): boolean {
  if (include.length === 0 && exclude.length === 0) return true;
  const text = folded([title, html.replace(/<[^<>]*>/g, ' '), ...tags].join('\n'));
  const has = (word: string): boolean => text.includes(folded(word));
  return (include.length === 0 || include.some(has)) && !exclude.some(has);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
