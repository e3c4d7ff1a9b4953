import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { readPost } from '../../../src/library/posts/read-post.ts';
import { draftWith } from '../../core/post/draft-fixture.ts';

const STORY = draftWith({ authors: ['林小舟', "Ada O'Neil"], tags: ['蓝桥日报', 'two words'] });

describe('a post that is read back from its folder', () => {
  it.each(['pelican', 'zola', 'tiddlywiki', 'joplin'])('says which story it is: %s', (id) => {
    const preset = PRESETS.find((each) => each.id === id);
    if (!preset) throw new Error(`there is no preset ${id}`);
    const { text, meta } = toPost(STORY, preset);
    const { url, title, date, tags, body } = readPost(text, meta);
    expect({ url, title, tags }).toEqual({ url: STORY.url, title: STORY.title, tags: STORY.tags });
    expect(Date.parse(date ?? '')).toBe(
      Date.parse(id === 'joplin' ? '2024-03-05T08:30:00+08:00' : (STORY.published?.value ?? '')),
    );
    expect(body.trim()).toBe(STORY.markdown);
  });

  it('takes no prose for keys', () => {
    const text = 'Note: this is prose.\nIt goes on.\n\nMore.\n';
    expect(readPost(text)).toEqual({ authors: [], tags: [], categories: [], body: text });
  });
});
