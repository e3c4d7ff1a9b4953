import { describe, expect, it } from 'vitest';
import { jsonLd, readPage } from './read-page.ts';

const FIRST = 'https://news.example/a/first';
const HEAD = `<title>First story of the morning - Quay Daily</title><meta property="og:site_name" content="Quay Daily">
  <meta property="og:title" content="First story of the morning"><link rel="canonical" href="${FIRST}">
  <meta property="og:url" content="${FIRST}"><meta name="author" content="Olga Ritter">
  <meta property="article:published_time" content="2024-01-02T08:00:00+01:00">`;
const JSON_LD = jsonLd({
  '@type': 'NewsArticle',
  headline: 'First story of the morning',
  datePublished: '2024-01-02T08:00:00+01:00',
  author: { '@type': 'Person', name: 'Olga Ritter' },
  mainEntityOfPage: FIRST,
});
const NEW = `<main><h1>A boat without a crew at noon</h1><p class="byline">By Ned Winter</p>
  <time datetime="2024-05-06T12:00:00+02:00">6 May 2024, 12:00</time></main>`;
const SECOND = 'https://news.example/a/second';

describe('a head that was left behind by the story shown', () => {
  it.each([
    [
      'with the title of the document renewed',
      HEAD.replace('First story of the morning -', 'A boat without a crew at noon -'),
    ],
    ['with the title of the document left', HEAD],
    ['with JSON-LD', HEAD + JSON_LD],
    ['with JSON-LD only', `<meta property="og:site_name" content="Quay Daily">${JSON_LD}`],
  ])('says nothing of the story: %s', (_, head) => {
    const { fields } = readPage({ url: SECOND, head, body: NEW });
    expect(fields.url).toBe(SECOND);
    expect(fields.title.value).toBe('A boat without a crew at noon');
    expect(fields.authors.value).toEqual(['Ned Winter']);
    expect(fields.published?.value).toBe('2024-05-06T12:00:00+02:00');
    expect(fields.siteName.value).toBe('Quay Daily');
  });

  it('keeps the objects that are the shown story’s', () => {
    const own = jsonLd({ '@type': 'NewsArticle', headline: 'A boat', url: SECOND, author: { name: 'Ann Lee' } });
    const body = NEW.replace('<p class="byline">By Ned Winter</p>', '');
    expect(readPage({ url: SECOND, head: HEAD + own, body }).fields.authors.value).toEqual(['Ann Lee']);
  });

  it.each([
    ['another title for the same story', '<h1>The first story of this morning, told</h1>', SECOND],
    ['the same address', '<h1>A boat without a crew at noon</h1>', FIRST],
    ['the address of an edition', '<h1>A boat without a crew at noon</h1>', 'https://m.news.example/amp/a/first'],
    ['a heading that is the site’s name', '<h1>Quay Daily</h1><h2>First story of the morning</h2>', SECOND],
    ['no heading', '', SECOND],
  ])('is believed with %s', (_, heading, url) => {
    const { fields } = readPage({ url, head: HEAD + JSON_LD, body: heading });
    expect(fields.authors.value).toEqual(['Olga Ritter']);
  });
});

describe('a head in a script without spaces', () => {
  it('is of the shown story where the headline is reworded and the site’s name follows', () => {
    const title = '渡轮公司的夜航票价明年起下调！ 学生和老人还可以再打八折 | 蓝桥日报［港口版］';
    const { fields } = readPage({
      url: 'https://news.example/2024/05/ferry-fares.html',
      lang: 'zh',
      head: `<title>${title}</title><meta property="og:title" content="${title}"><meta name="author" content="林渡舟">
        <link rel="canonical" href="https://news.example/article/ferry-fares/">`,
      body: '<h1>渡轮公司的夜航票价明年起下调！ 老人和学生可打八折</h1>',
    });
    expect(fields.authors.value).toEqual(['林渡舟']);
  });
});

describe('an address that is no web address', () => {
  it.each(['about:blank', 'javascript:void(0)', 'data:text/html,x', 'http://', '//[', 'file:///x'])(
    'is passed over: %s',
    (address) => {
      const head = `<base href="${address}"><link rel="canonical" href="${address}"><meta property="og:url" content="${address}">
      <meta property="og:image" content="${address}"><meta property="og:title" content="Something else entirely">`;
      expect(readPage({ url: SECOND, head, body: NEW }).fields.url).toBe(SECOND);
    },
  );
});
