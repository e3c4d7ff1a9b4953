import { expect, test } from 'vitest';
import { doubledFolder } from '../../../src/core/post/doubled-folder.ts';

const JEKYLL = '_posts/{{published | date:"YYYY-MM-DD"}}-{{title | slug}}.md';
const HEXO = 'source/_posts/{{title | slug}}.md';

test.each([
  ['_posts', JEKYLL, { doubled: '_posts/_posts', above: '' }],
  ['blog/_posts/', JEKYLL, { doubled: '_posts/_posts', above: 'blog' }],
  ['/home/reader/site/_posts', JEKYLL, { doubled: '_posts/_posts', above: '/home/reader/site' }],
  ['source/_posts', HEXO, { doubled: 'source/_posts/source/_posts', above: '' }],
  ['blog/source', HEXO, { doubled: 'source/source', above: 'blog' }],
  ['', JEKYLL, undefined],
  ['my_posts', JEKYLL, undefined],
  ['_posts/2026', JEKYLL, undefined],
  ['_posts', HEXO, undefined],
  ['_posts', '{{title | slug}}.md', undefined],
  ['2026', '{{published | date:"YYYY"}}/{{title | slug}}.md', undefined],
  ['notes/news', 'news/{{published | date:"YYYY"}}/{{title}}.md', { doubled: 'news/news', above: 'notes' }],
])('a place below %j and a format of %j', (folder, path, expected) => {
  expect(doubledFolder(folder, path)).toEqual(expected);
});
