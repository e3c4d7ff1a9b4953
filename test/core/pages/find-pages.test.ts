import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { findPages } from '../../../src/core/pages/find-pages.ts';

const TITLE = 'The long way to the lighthouse';

interface Shown {
  readonly url?: string;
  readonly head?: string;
  readonly beside?: string;
  readonly title?: string;
  readonly bodyClass?: string;
}

function seen(
  links: string,
  { url = 'https://news.test/sea/story.html', head = '', beside = '', title = TITLE, bodyClass = '' }: Shown = {},
) {
  const html = `<head><title>${title} - Quay News</title>${head}</head><body class="${bodyClass}"><main><article><h1>${title}</h1><p>Words of the story, and more of them.</p>${links}</article></main>${beside}</body>`;
  return findPages(new JSDOM(html, { url }).window.document, url);
}

const numbersOf = (...shown: Parameters<typeof seen>): number[] => seen(...shown).others.map(({ number }) => number);

describe('further pages are recognised by', () => {
  it.each<[string, string, string, number[]]>([
    ['rel=next on a link', 'https://news.test/sea/story', '<a rel="next" href="/sea/story?page=2">on</a>', [2]],
    [
      'numbers with a query',
      'https://news.test/s?id=7',
      '<div>1 <a href="?id=7&page=2">2</a> <a href="?id=7&page=3">3</a></div>',
      [2, 3],
    ],
    [
      'numbers in file names',
      'https://news.test/sea/story.html',
      '<b>1</b><a href="story_2.html">[2]</a><a href="story_3.html">[3]</a>',
      [2, 3],
    ],
    [
      'file names that count from 1',
      'https://news.test/c/t2023_99.html',
      '<b>1</b><a href="t2023_99_1.html">2</a><a href="t2023_99_2.html">3</a>',
      [2, 3],
    ],
    ['下一页', 'https://news.test/c/99.shtml', '<a href="99_2.shtml">下一页</a>', [2]],
    ['下一頁 with signs', 'https://news.test/c/99', '<a href="/c/99/2">下一頁 ›</a>', [2]],
    ['“next page”', 'https://news.test/c/99', '<a href="/c/99?p=2">Next page »</a>', [2]],
    [
      'a part of the path',
      'https://news.test/c/story/',
      '<a href="/c/story/page/2/">2</a><a href="/c/story/page/3/">3</a>',
      [2, 3],
    ],
    ['a word before the number', 'https://news.test/c/story', '<a href="/c/story-seite-2">Seite 2</a>', [2]],
    [
      'a list to choose from',
      'https://news.test/c/story',
      '<select><option value="/c/story">1. Start</option><option value="/c/story/2">2. The coast</option></select>',
      [2],
    ],
  ])('%s', (_, url, links, numbers) => {
    expect(numbersOf(links, { url })).toEqual(numbers);
  });

  it('rel=next in the head', () => {
    expect(numbersOf('', { head: '<link rel="next" href="story_2.html">' })).toEqual([2]);
  });

  it('the total that a line states, though not all pages are linked', () => {
    const { current, others, total } = seen('<p>Page 1 of 4 <a href="story_2.html">Next</a></p>');
    expect([current, others.length, total]).toEqual([1, 1, 4]);
    expect(seen('<p>第1页 共5页 <a href="story_2.html">下一页</a></p>').total).toBe(5);
  });

  it('the number of a page that is not the first', () => {
    const { current, others } = seen(
      '<a href="story.html">1</a> 2 <a href="story_3.html">3</a> <a href="story_3.html">next</a>',
      { url: 'https://news.test/sea/story_2.html' },
    );
    expect(current).toBe(2);
    expect(others).toEqual([
      { number: 1, url: 'https://news.test/sea/story.html' },
      { number: 3, url: 'https://news.test/sea/story_3.html' },
    ]);
  });
});

describe('no further page is', () => {
  it.each<[string, string, Shown]>([
    ['the next story', '<a rel="next" href="/sea/another-story.html">Next</a>', {}],
    ['the next id', '<a rel="next" href="/sea/12">next</a>', { url: 'https://news.test/sea/11' }],
    ['the next part of a series', '<a href="/sea/part-3">Next</a>', { url: 'https://news.test/sea/part-2' }],
    ['a page of another site', '<a href="https://else.test/sea/story_2.html">2</a>', {}],
    ['a page of comments', '<div class="comments"><a href="story.html?page=2">2</a></div>', {}],
    [
      'a page of comments by its name',
      '<a href="/sea/story/comment-page-2">2</a>',
      { url: 'https://news.test/sea/story' },
    ],
    ['comments by their fragment', '<a href="story.html?page=2#comments">2</a>', {}],
    ['a footnote', '<sup><a href="#fn2">2</a></sup>', {}],
    ['a number that the address does not bear out', '<a href="story_9.html">2</a>', {}],
    ['a page of the front page', '<a href="/page/2">2</a>', { url: 'https://news.test/' }],
    [
      'a page of a category',
      '<a href="/sea/page/2">2</a>',
      { url: 'https://news.test/sea/', bodyClass: 'archive category' },
    ],
    [
      'a page of a list of teasers',
      '<h2><a href="/a">The harbour master speaks</a></h2><h2><a href="/b">A ferry for the north</a></h2><h2><a href="/c">Rain until Friday</a></h2><h2><a href="/d">Gulls of the pier</a></h2><a href="/sea?page=2">2</a>',
      { url: 'https://news.test/sea', title: 'Sea' },
    ],
    [
      'a calendar',
      '<table><td><a href="/2024/05/02">2</a></td><td><a href="/2024/05/03">3</a></td></table>',
      { url: 'https://news.test/2024/05/story' },
    ],
  ])('%s', (_, links, shown) => {
    expect(numbersOf(links, shown)).toEqual([]);
  });
});
