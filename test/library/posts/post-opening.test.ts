import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../src/core/model/draft.ts';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { urlKeyOf } from '../../../src/library/model/identity.ts';
import { readPost } from '../../../src/library/posts/read-post.ts';
import { story } from '../../fakes/story.ts';

const ADDRESSES = [
  'https://news.example/2024/ferry_1?a=1&b=(2)',
  'https://news.example/渡轮/第-1-篇?id=[3]&x=*y*',
  'https://news.example/a#/route/2',
];
const TITLES = ['渡轮：“冬季” runs | on {{ again }}', '[更新] A * B_c <d> & e', 'x'];

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('a post of the preset %s', (_, preset) => {
  test.each(ADDRESSES)('names its story: %s', (url) => {
    for (const title of TITLES) {
      const draft = draftOf(story({ url, title: { value: title, origin: 'heading' } }), 0);
      const { text, meta } = toPost(draft, preset);
      expect(urlKeyOf(readPost(text, meta).url ?? '')).toBe(urlKeyOf(url));
    }
  });
});

test.each([
  ['## [A title](https://news.example/a)\n\ntext', { title: 'A title', url: 'https://news.example/a' }],
  ['<!--1-->\n[T \\[x\\]](https://news.example/a)\n------\ntext', { title: 'T [x]', url: 'https://news.example/a' }],
  ['source:: https://news.example/a\ntitle:: T\n\nbody', { title: 'T', url: 'https://news.example/a' }],
])('%j names a story', (text, facts) => {
  expect(readPost(text)).toMatchObject(facts);
});

test.each([
  'See [this](https://news.example/a).\n',
  '[A link](https://news.example/a)\n\nA note on it.\n',
  '## Notes on [this](https://news.example/a)\n',
  'Text first.\n\n## [A title](https://news.example/a)\n',
  '## [A title](/local/path)\n',
])('%j names none', (text) => {
  expect(readPost(text).url).toBeUndefined();
});
