import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { addressesInText } from '../../src/core/address-list.ts';
import { linksOfPage } from '../../src/core/page-links.ts';
import { isPageLinks } from '../../src/core/page-links-schema.ts';

test.each([
  ['https://a.example/1\n\n  https://a.example/2  ', ['https://a.example/1', 'https://a.example/2']],
  [
    '看这篇（https://a.example/新闻），还有那篇：https://a.example/2。',
    ['https://a.example/新闻', 'https://a.example/2'],
  ],
  [
    'See https://a.example/wiki/Ferry_(boat), or (https://a.example/x).',
    ['https://a.example/wiki/Ferry_(boat)', 'https://a.example/x'],
  ],
  ['"12";"Ferry";"https://a.example/3?a=1&b=2"', ['https://a.example/3?a=1&b=2']],
  [
    'https://a.example/1,https://a.example/2;https://web.example/https://a.example/3,x',
    ['https://a.example/1', 'https://a.example/2', 'https://web.example/https://a.example/3,x'],
  ],
  ['ftp://a.example/1 mailto:x@a.example javascript:alert(1) http://', []],
  ['<a href="https://a.example/5">five</a>', ['https://a.example/5']],
])('reads the addresses of %j', (text, urls) => {
  expect(addressesInText(text).map(({ url }) => url)).toEqual(urls);
});

test('bookmarks that a browser keeps as JSON have their titles, and no icons', () => {
  const place = (uri: string, title?: string) => ({ type: 'text/x-moz-place', title, iconUri: `${uri}.ico`, uri });
  const firefox = {
    children: [place('https://a.example/1', ' The ferry '), { children: [place('https://a.example/2')] }],
  };
  const chrome = {
    roots: { other: { name: 'Other', children: [{ name: 'A tram', type: 'url', url: 'https://a.example/3' }] } },
  };
  expect(addressesInText(JSON.stringify(firefox))).toEqual([
    { url: 'https://a.example/1', title: 'The ferry' },
    { url: 'https://a.example/2', title: '' },
  ]);
  expect(addressesInText(JSON.stringify(chrome))).toEqual([{ url: 'https://a.example/3', title: 'A tram' }]);
  expect(addressesInText('["https://a.example/4", 5, null]')).toEqual([{ url: 'https://a.example/4', title: '' }]);
});

test('an address is named by what stands beside it', () => {
  const list = '- [The ferry](https://a.example/1)\n2. Tram to the pier | https://a.example/2\nhttps://a.example/3';
  expect(addressesInText(list).map(({ title }) => title)).toEqual(['The ferry', 'Tram to the pier', '']);
});

test('a page names its links and its feeds, each address once', () => {
  const page = `<title> The  Courier </title><base href="/news/">
    <link rel="alternate" type="application/rss+xml" href="/feed.xml" title="All">
    <link rel="ALTERNATE nofollow" type="application/feed+json" href="feed.json">
    <link rel="alternate" hreflang="zh" href="/zh"><link rel="alternate" type="text/html" href="/amp">
    <a href="1.html"><img alt="A boat"></a> <a href="1.html#more">more</a> <a href="1.html">The ferry sails again</a>
    <a href="#top">top</a><a href="javascript:void 0">x</a><a href="mailto:a@b.example">y</a><a href="https://[">z</a>
    <a href="https://other.example/"><img alt="Other"></a>`;
  const { documentElement } = new JSDOM(page).window.document;
  const found = linksOfPage(documentElement, 'https://courier.example/news/');
  expect(found).toEqual({
    title: 'The Courier',
    links: [
      { url: 'https://courier.example/news/1.html', title: 'The ferry sails again' },
      { url: 'https://other.example/', title: 'Other' },
    ],
    feeds: [
      { url: 'https://courier.example/feed.xml', title: 'All' },
      { url: 'https://courier.example/news/feed.json', title: '' },
    ],
  });
  expect(isPageLinks(found)).toBe(true);
  expect(isPageLinks({ ...found, links: [{ url: 1 }] })).toBe(false);
});
