import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { extract, page, STORY } from './page.ts';

const withMiddle = (html: string): string => {
  const [first, second, ...rest] = STORY.split('\n');
  return page({ story: [first, second, html, ...rest].join('\n') });
};
const markdownOf = (html: string): string => toMarkdown(extract(withMiddle(html)).root);

const TURNS = ['When did you begin?', 'At sixteen, with a bucket of oil and no coat.', 'And now?', 'Now I am cold.'];
const turn = (name: string, text: string): string =>
  `<div class="turn"><span class="author">${name}</span><span class="timestamp"> 00:14 </span><span class="said">${text}</span></div>`;

describe('names of credits inside the story', () => {
  it.each([
    ['a speaker', '<p><span class="author">Wik:</span> At sixteen.</p>', 'Wik: At sixteen.'],
    ['a speaker in bold', '<p><b class="contributor">Wik</b> At sixteen.</p>', '**Wik** At sixteen.'],
    [
      'who is quoted',
      '<blockquote><p>We never slept.</p><footer class="author">Jon Wik</footer></blockquote>',
      '> Jon Wik',
    ],
    [
      'who is quoted, in a line of its own',
      '<blockquote>We never slept.<div class="byline">Jon Wik</div></blockquote>',
      '> Jon Wik',
    ],
    [
      'a time',
      '<div class="entry"><span class="timestamp">14:20</span><p>The ship has turned back.</p></div>',
      '14:20',
    ],
    [
      'words of a sentence',
      '<p>It was <span class="tags">oil and rope</span> that they lacked.</p>',
      'It was oil and rope that they lacked.',
    ],
    [
      'words of a sentence in bold',
      '<p>It was <b><i class="bio">Jon</i></b> who rang.</p>',
      'It was **_Jon_** who rang.',
    ],
    [
      'a name in a list',
      '<ul><li><span class="author">Jon Wik</span> keeper</li><li>Ada Moor, cook</li></ul>',
      'Jon Wik keeper',
    ],
  ])('are kept: %s', (_, html, expected) => {
    expect(markdownOf(html)).toContain(expected);
  });

  it('are kept from the first turn of a talk to the last, short ones too', () => {
    const talk = [...TURNS, 'Yes.'].map((text, index) => turn(index % 2 ? 'Wik' : 'Moor', text)).join('');
    const markdown = markdownOf(talk);
    for (const text of [...TURNS, 'Yes.'])
      expect(markdown).toMatch(new RegExp(`(?:Wik|Moor) 00:14 ${text.replace('?', '\\?')}`));
  });

  it.each([
    ['a byline above', page({ before: '<p class="byline">By Ada Moor</p>' })],
    [
      'a byline below the standfirst',
      page({ story: STORY.replace('</p>', '</p><div class="byline">By Ada Moor</div>') }),
    ],
    ['tags below', page({ after: '<div class="tags"><a href="/t/a">Ada Moor</a> <a href="/t/b">Sea</a></div>' })],
    ['tags between', withMiddle('<div class="tags"><a href="/t/a">Ada Moor</a> <a href="/t/b">Sea</a></div>')],
    [
      'a biography',
      page({
        after:
          '<div class="bio"><p>Ada Moor has written about the sea for thirty years, for this paper and others.</p></div>',
      }),
    ],
  ])('go where they stand apart: %s', (_, html) => {
    expect(extract(html).text).not.toContain('Ada Moor');
  });
});

describe('a heading that is a link', () => {
  const entry = (head: string, text: string): string => `${head}<p>${text}</p>`;

  it.each([
    [
      'above its text',
      entry('<h2><a href="/a">A winter of bells</a></h2>', 'Nine hours of ringing, and not one is too long.'),
      '## [A winter of bells]',
    ],
    [
      'above a heading of a lower level',
      entry('<h2><a href="/a">A winter of bells</a></h2><h3>By Una Dray</h3>', 'Nine hours of ringing.'),
      '## [A winter of bells]',
    ],
    ['with a number', entry('<h3><a href="/a">1. Bells</a></h3>', 'Nine hours of ringing.'), '### [1. Bells]'],
    [
      'as a line in bold',
      entry('<p><strong><a href="/a">A winter of bells</a></strong></p>', 'Nine hours of ringing.'),
      '**[A winter of bells]',
    ],
    [
      'as a numbered line',
      entry('<p><a href="/a">1. A winter of bells</a></p>', 'Nine hours of ringing.'),
      'A winter of bells',
    ],
    [
      'above a picture',
      '<h2><a href="/a">A winter of bells</a></h2><figure><img src="/p.jpg"></figure><p>Nine hours of ringing.</p>',
      '## [A winter of bells]',
    ],
    [
      'in a ranking',
      '<p>The best of the year, by votes of our readers, were these:</p><ol><li><a href="/a">A winter of bells</a></li><li><a href="/b">Low water</a></li></ol>',
      '1. [A winter of bells]',
    ],
  ])('is kept %s', (_, html, expected) => {
    expect(markdownOf(html)).toContain(expected);
  });

  it.each([
    ['in a box of its own', '<div class="x"><h3><a href="/a">A winter of bells</a></h3></div>'],
    ['as a plain line', '<p><a href="/a">A winter of bells in the chapel</a></p>'],
    [
      'with others below',
      '<h3><a href="/a">A winter of bells</a></h3><h3><a href="/b">The council will meet again</a></h3>',
    ],
  ])('goes where it leads to another story: %s', (_, html) => {
    expect(markdownOf(html)).not.toContain('winter of bells');
  });
});
