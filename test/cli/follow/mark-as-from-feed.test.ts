import { expect, it } from 'vitest';
import { markAsFromFeed } from '../../../src/cli/follow/mark-as-from-feed.ts';
import { draftOf } from '../../../src/core/model/draft.ts';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { story } from '../../fakes/story.ts';

const FEED = 'https://news.example/feed?a={{title}}&b=1';
const WRITTEN = 'https://news.example/feed?a=%7B%7Btitle%7D%7D&b=1';

it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
  '%s: the mark adds to a post and changes nothing',
  (_, usual) => {
    const plain = draftOf(story(), 0);
    const { draft, preset } = markAsFromFeed(plain, usual, FEED);
    const marked = toPost(draft, preset);
    const unmarked = toPost(plain, usual);
    expect(marked.path).toBe(unmarked.path);
    const [text, others] = [marked, unmarked].map((post) => `${post.text}${post.meta ?? ''}`);
    expect(text).toContain(WRITTEN);
    const without = (text ?? '').split('\n').filter((line) => !line.includes(WRITTEN));
    expect(without.join('\n').trim()).toBe(others?.trim());
  },
);
