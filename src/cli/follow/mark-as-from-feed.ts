import type { Draft } from '../../core/model/draft.ts';
import type { Preset } from '../../core/model/preset.ts';
import { linkDestination } from '../../core/post/escape-markdown.ts';

/** The key that says that a post's text is the feed's and not the page's. Its value is the feed's address. */
export const FEED_KEY = 'feed';

/**
 * Marks a post whose text is a feed's own: by a last key `feed` in its front matter, or, in presets that have none, by a
 * last line.
 */
export function markAsFromFeed(draft: Draft, preset: Preset, feedUrl: string): { draft: Draft; preset: Preset } {
  // Templates begin with braces, which an address need not hold.
  const address = new URL(feedUrl).href.replaceAll('{', '%7B').replaceAll('}', '%7D');
  if (preset.header === 'none') {
    const mark = `Text: [${FEED_KEY}](${linkDestination(address)})`;
    return { draft: { ...draft, markdown: `${draft.markdown}\n\n${mark}` }, preset };
  }
  const others = preset.frontMatter.filter(({ key }) => key !== FEED_KEY);
  return { draft, preset: { ...preset, frontMatter: [...others, { key: FEED_KEY, value: address, form: 'text' }] } };
}
