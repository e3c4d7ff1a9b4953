import { expect, it } from 'vitest';
import { addressIn, archiveAddresses } from '../../../src/cli/follow/archive-addresses.ts';
import { draftOf } from '../../../src/core/model/draft.ts';
import { postFiles } from '../../../src/core/post/post-files.ts';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { urlKeyOf } from '../../../src/library/model/identity.ts';
import { readPost } from '../../../src/library/posts/read-post.ts';
import { story as storyOf } from '../../fakes/story.ts';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';

const URL_1 = 'https://news.example/1?a=(1)';
const post = (yaml: string): string => `---\nlayout: post\n${yaml}\n---\nText.\n`;

it.each([
  ['plain', post(`from: ${URL_1}`)],
  ['double-quoted', post(`source: "${URL_1}"`)],
  ['single-quoted', post(`url: '${URL_1}'`)],
  ['with an escape', post('from: "https://news.example/\\u4e00"')],
  ['with a comment', post(`from: ${URL_1} # the page`)],
  ['with a fragment', post(`from: ${URL_1}#!/a`)],
  ['in a list', post(`source:\n  - ${URL_1}`)],
  ['the most telling of several', post(`link: https://other.example/\nfrom: ${URL_1}`)],
  ['of another key where the first is none', post(`from: 海港\nsource: ${URL_1}`)],
  ['in a block', post(`from: >-\n  ${URL_1}`)],
  ['with Windows line ends', post(`from: ${URL_1}`).replaceAll('\n', '\r\n')],
  ['after a mark', `\ufeff${post(`from: ${URL_1}`)}`],
  ['ended by dots', `---\nfrom: ${URL_1}\n...\nText.`],
  ['in a heading', `## [Title](${URL_1})\n\nText.`],
  ['in page properties', `url:: ${URL_1}\n\nText.`],
  ['nowhere', post('title: x')],
  ['in the text alone', `${post('title: x')}\nfrom: ${URL_1}\n`],
])('finds the address that is %s as the reader of posts does', (_, text) => {
  expect(addressIn(text)).toBe(readPost(text).url);
});

it.each(PRESETS.map((preset) => [preset.id, preset] as const))('knows a post of the preset %s', async (_, preset) => {
  const folder = temporaryFolder();
  const post = toPost(draftOf(storyOf({ url: URL_1 }), 0), preset);
  for (const { path, content } of postFiles(post, new Map(), post.path)) folder.write(path, String(content));
  expect([...(await archiveAddresses(folder.path))].map(urlKeyOf)).toEqual([urlKeyOf(URL_1)]);
});

it('knows a post with broken front matter', () => {
  const broken = post(`title: "他说"好""\nfrom: ${URL_1}`);
  expect(readPost(broken).problem).toBeDefined();
  expect(addressIn(broken)).toBe(URL_1);
});

it('reads an archive, with front matter of any length, and nothing else', async () => {
  const folder = temporaryFolder();
  folder.write('_posts/2024-03-01-a.md', post('from: https://news.example/a'));
  folder.write('_posts/old/b.html', post('source: http://www.news.example/b/'));
  folder.write('_posts/long.md', post(`tags: [${'标签, '.repeat(3_000)}x]\nfrom: https://news.example/long`));
  folder.write('meta.md.meta', `tags: ${'标签 '.repeat(400)}\nurl: https://news.example/meta\n`);
  folder.write('_site/c.md', post('from: https://news.example/c'));
  folder.write('.git/d.md', post('from: https://news.example/d'));
  folder.write('e.txt', post('from: https://news.example/e'));
  expect([...(await archiveAddresses(folder.path))].sort()).toEqual([
    'http://www.news.example/b/',
    'https://news.example/a',
    'https://news.example/long',
    'https://news.example/meta',
  ]);
  expect((await archiveAddresses(`${folder.path}/none`)).size).toBe(0);
});
