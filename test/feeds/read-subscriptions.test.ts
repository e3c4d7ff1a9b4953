import { expect, it } from 'vitest';
import { isWanted } from '../../src/feeds/is-wanted.ts';
import { readSubscriptions, SubscriptionError, subscriptionTo } from '../../src/feeds/read-subscriptions.ts';

const PLAIN = { tags: [], text: 'page', include: [], exclude: [] };

it('reads what the archives have', () => {
  const list = readSubscriptions('\ufeff[{"site": "联合早报", "url": "https://a.example/feed"}]');
  expect(list).toEqual({
    subscriptions: [{ site: '联合早报', url: 'https://a.example/feed', ...PLAIN }],
    remarks: [],
    unusable: [],
  });
});

it('reads all that can be said of a feed, and names what it does not know', () => {
  const entry = {
    url: 'https://a.example/feed',
    site: 'A',
    tags: ['x'],
    preset: 'hugo',
    zone: 'Asia/Taipei',
    text: 'feed',
    max: 5,
    include: ['渡轮'],
    exclude: ['广告'],
  };
  expect(readSubscriptions(JSON.stringify([{ ...entry, exlude: ['x'] }]))).toEqual({
    subscriptions: [entry],
    remarks: ['entry 1: the key "exlude" is not known'],
    unusable: [],
  });
});

it('reads OPML, its folders as tags', () => {
  const opml =
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="新闻"><outline type="rss" text="早报" xmlUrl="https://a.example/feed" category="/Asia/华语,x"/></outline><outline title="B" text="b" xmlUrl="https://b.example/feed"/></body></opml>';
  expect(readSubscriptions(opml).subscriptions).toEqual([
    { ...PLAIN, url: 'https://a.example/feed', site: '早报', tags: ['新闻', '华语', 'x'] },
    { ...PLAIN, url: 'https://b.example/feed', site: 'B' },
  ]);
});

it('reads a list, each feed once', () => {
  const list =
    '# mine\nhttps://a.example/feed#part  联合 早报\n\nhttps://b.example/feed # later\nhttps://b.example/feed B\n';
  expect(readSubscriptions(list).subscriptions).toEqual([
    { ...PLAIN, url: 'https://a.example/feed#part', site: '联合 早报' },
    { ...PLAIN, url: 'https://b.example/feed' },
  ]);
});

it('reads feeds below feeds, empty addresses as folders, and the addresses of feed readers', () => {
  const opml = `<opml><body><outline text="A" xmlUrl="feed://a.example/feed"><outline text="B" xmlUrl="feed:https://b.example/feed"/></outline>
    <outline text="海" xmlUrl=""><outline text="C" xmlUrl=" https://c.example/订阅 "/></outline></body></opml>`;
  expect(readSubscriptions(opml).subscriptions).toEqual([
    { ...PLAIN, url: 'http://a.example/feed', site: 'A' },
    { ...PLAIN, url: 'https://b.example/feed', site: 'B' },
    { ...PLAIN, url: 'https://c.example/订阅', site: 'C', tags: ['海'] },
  ]);
});

it.each([
  ['[{"url": "nonsense"}, {"url": "https://a.example/"}]', 'entry 1: "url" is not an http(s) address'],
  [
    '<opml><body><outline text="N" xmlUrl="nonsense"/><outline xmlUrl="https://a.example/"/></body></opml>',
    '“N”: nonsense is not an http(s) address',
  ],
  ['https://a.example/\nnews.example/feed', 'line 2: news.example/feed is not an http(s) address'],
])('reads the other feeds where an entry cannot be used: %s', (text, reason) => {
  expect(readSubscriptions(text)).toEqual({
    subscriptions: [{ ...PLAIN, url: 'https://a.example/' }],
    remarks: [],
    unusable: [reason],
  });
});

it.each([
  ['', /^it names no feed$/],
  ['[]', /^it names no feed$/],
  ['# none yet', /^it names no feed$/],
  ['<opml><body><outline text="A"/></body></opml>', /^it names no feed$/],
  ['[{"site": "A"}]', 'entry 1: it has no "url"'],
  ['[{"url": null}]', 'entry 1: "url" is not an http(s) address'],
  ['[{"url": "ftp://a.example"}]', 'entry 1: "url" is not an http(s) address'],
  [
    '[{"url": "https://a.example", "zone": "Peking"}]',
    'entry 1: "zone" is not an IANA time zone, such as Asia/Shanghai',
  ],
  ['[{"url": "https://a.example", "max": 0}]', 'entry 1: "max" is less than 1'],
  ['[{"url": "https://a.example", "text": "both"}]', 'entry 1: "text" is neither "page" nor "feed"'],
  ['[{"url": "https://a.example", "tags": "x"}]', /^entry 1: "tags" is not of the right kind/],
  ['["https://a.example"]', 'entry 1: it is not an object'],
  ['{"feeds": []}', 'it is not a list: [{"site": "…", "url": "…"}]'],
  ['[{"url": "https://a.example",}]', /^it is not JSON: /],
  ['<opml><body><outline text="A" xmlUrl="ftp://a"/></body></opml>', /“A”: ftp:\/\/a is not an http/],
])('refuses %s', (text, reason) => {
  expect(() => readSubscriptions(text)).toThrow(SubscriptionError);
  expect(() => readSubscriptions(text)).toThrow(reason);
});

it('filters by words, whatever their case and width', () => {
  const item = {
    id: '1',
    title: 'Ｆerry 渡轮',
    html: '<p class="ad">晚点</p>',
    tags: [],
    authors: [],
    date: '',
    base: '',
    isVideo: false,
  };
  const wanted = (include: string[], exclude: string[] = []) =>
    isWanted(item, { ...subscriptionTo('https://a.example'), include, exclude });
  expect([wanted([]), wanted(['FERRY']), wanted(['x', '晚点']), wanted(['x'])]).toEqual([true, true, true, false]);
  expect([wanted([], ['渡轮']), wanted(['ferry'], ['晚点']), wanted([], ['ad'])]).toEqual([false, false, true]);
});
