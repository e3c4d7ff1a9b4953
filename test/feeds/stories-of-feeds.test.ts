import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import type { Published } from '../../src/core/model/article.ts';
import { articleOfItem } from '../../src/feeds/article-of-item.ts';
import { completeFromFeed, isWholeInFeed } from '../../src/feeds/complete-from-feed.ts';
import type { FeedItem } from '../../src/feeds/feed.ts';
import { story } from '../fakes/story.ts';

const NOW = new Date('2024-06-01T00:00:00Z');
const CONTEXT = { url: 'https://news.example/1', siteName: '海港日报', language: 'zh-CN', now: NOW };

function item(changes: Partial<FeedItem> = {}): FeedItem {
  return {
    id: '1',
    url: CONTEXT.url,
    title: '渡轮又晚点了',
    authors: ['林小月'],
    tags: [],
    date: 'Fri, 01 Mar 2024 08:30:00 +0800',
    html: '<p>港务局说，没有人知道原因。</p>',
    base: 'https://news.example/feeds/',
    isVideo: false,
    ...changes,
  };
}

function read(changes: Partial<FeedItem>) {
  const one = item(changes);
  return articleOfItem(one, new JSDOM(one.html).window.document, CONTEXT);
}

it('makes an article of a feed’s own text', () => {
  const article = read({
    html:
      '<p>港务局<b>说</b>。<script>x()</script></p><p><a href="../map">地图</a><img src="a.jpg" width="600" height="400"></p>' +
      '<img src="https://t.example/pixel.gif" width="1" height="1"><p>The post <a href="x">渡轮</a> appeared first on 海港.</p>',
  });
  expect(article?.markdown).toBe(
    '港务局**说**。\n\n[地图](https://news.example/map)![](https://news.example/feeds/a.jpg)',
  );
  expect(article).toMatchObject({
    url: CONTEXT.url,
    title: { value: '渡轮又晚点了' },
    authors: { value: ['林小月'] },
    published: { value: '2024-03-01T08:30:00+08:00' },
    siteName: { value: '海港日报' },
    warnings: [],
  });
});

it('finds no article where the feed has no text', () => {
  expect(read({ html: '' })).toBeUndefined();
  expect(read({ html: '<img src="a.jpg" width="600" height="400">' })).toBeUndefined();
});

it('titles what has no title by its first words', () => {
  expect(read({ title: '', html: '<p>港务局说。</p><p>后来。</p>' })?.title.value).toBe('港务局说。');
  const long = read({ title: '', html: `<p>${'𠀀'.repeat(100)}</p>` })?.title.value ?? '';
  expect(long).toBe(`${'𠀀'.repeat(60)}…`);
});

it.each<[string, Published | undefined, Partial<typeof CONTEXT & { zone: string }>, string]>([
  ['states no date', undefined, {}, '2024-03-01T08:30:00+08:00'],
  [
    'states a date',
    { value: '2024-02-29T09:00:00+08:00', precision: 'minute', zone: 'stated', origin: 'meta' },
    {},
    '2024-02-29T09:00:00+08:00',
  ],
  [
    'states the day alone',
    { value: '2024-03-01', precision: 'day', zone: 'none', origin: 'meta' },
    {},
    '2024-03-01T08:30:00+08:00',
  ],
  ['states another day', { value: '2024-02-28', precision: 'day', zone: 'none', origin: 'meta' }, {}, '2024-02-28'],
  [
    'states no zone, the subscription does',
    { value: '2024-03-01T09:15:00', precision: 'minute', zone: 'none', origin: 'meta' },
    { zone: 'Asia/Tokyo' },
    '2024-03-01T09:15:00+09:00',
  ],
  [
    'states no zone, the feed the instant',
    { value: '2024-03-01T08:30:00', precision: 'minute', zone: 'none', origin: 'meta' },
    {},
    '2024-03-01T08:30:00+08:00',
  ],
  [
    'states no zone, and another time',
    { value: '2024-03-01T10:37:00', precision: 'minute', zone: 'none', origin: 'meta' },
    {},
    '2024-03-01T10:37:00',
  ],
])('dates a story whose page %s', (_case, published, context, value) => {
  const { published: _dropped, ...undated } = story({ warnings: ['date-unknown'] });
  const page = published === undefined ? undated : { ...undated, published };
  const article = completeFromFeed(page, item(), { ...CONTEXT, ...context });
  expect(article.published?.value).toBe(value);
  expect(article.warnings).toEqual([]);
});

it('takes the feed’s author where the page names nobody', () => {
  const unsigned = story({ authors: { value: [], origin: 'none' } });
  expect(completeFromFeed(unsigned, item(), CONTEXT).authors.value).toEqual(['林小月']);
  expect(completeFromFeed(unsigned, item({ authors: ['admin'] }), CONTEXT).authors.value).toEqual([]);
  expect(completeFromFeed(story(), item({ authors: ['Other'] }), CONTEXT).authors.value).toEqual(['林小月']);
});

it('knows a page that withholds what the feed has', () => {
  const page = story({ text: '开头。', warnings: ['paywall'] });
  expect(isWholeInFeed(page, story({ text: '开头，和其余的全部。' }))).toBe(true);
  expect(isWholeInFeed(page, story({ text: '开头' }))).toBe(false);
  expect(isWholeInFeed(story({ text: '短。' }), story({ text: '长得多的文字。' }))).toBe(false);
});
