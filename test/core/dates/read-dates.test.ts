import { afterAll, describe, expect, it } from 'vitest';
import { jsonLd, readPage } from '../metadata/read-page.ts';

const HEADLINE = '<h1>Night ferry keeps running</h1>';
const at = (parts: Parameters<typeof readPage>[0]) => readPage({ body: HEADLINE, ...parts }).fields.published;

describe('the day a story was published', () => {
  it.each([
    ['an object', { '@type': 'NewsArticle', datePublished: '2024-03-05T08:00:00+08:00' }],
    [
      'an array',
      [{ '@type': 'WebSite' }, { '@type': ['Thing', 'NewsArticle'], datePublished: ['2024-03-05T08:00:00+08:00'] }],
    ],
    [
      'a graph',
      {
        '@graph': [
          { '@type': 'WebPage' },
          { '@type': 'BlogPosting', datePublished: { '@value': '2024-03-05T08:00:00+08:00' } },
        ],
      },
    ],
    [
      'a nested object',
      { '@type': 'WebPage', mainEntity: { '@type': 'Article', datePublished: '2024-03-05T08:00:00+08:00' } },
    ],
  ])('is read from JSON-LD in %s', (_, value) => {
    expect(at({ head: jsonLd(value) })).toEqual({
      value: '2024-03-05T08:00:00+08:00',
      instant: Date.UTC(2024, 2, 5),
      precision: 'second',
      zone: 'stated',
      origin: 'json-ld',
    });
  });

  it.each([
    ['a line break in a string', '{"@type":"Article","headline":"Night\nferry","datePublished":"2024-03-05"}'],
    ['bare quotation marks', '{"@type":"Article","headline":"The "night" ferry","datePublished":"2024-03-05"}'],
    ['a trailing comma', '{"@type":"Article","datePublished":"2024-03-05",}'],
    ['a comment wrapper', '<!-- {"@type":"Article","datePublished":"2024-03-05"} -->'],
    [
      'escaped quotation marks',
      '{&quot;@type&quot;:&quot;Article&quot;,&quot;datePublished&quot;:&quot;2024-03-05&quot;}',
    ],
    ['no end', '{"@type":"Article","datePublished":"2024-03-05","author":{"name":"Ann'],
  ])('is read from JSON-LD with %s', (_, text) => {
    expect(at({ head: jsonLd(text) })?.value).toBe('2024-03-05');
  });

  it.each([
    ['zh-CN', '2024-03-05T10:12:00+08:00'],
    ['en', '2024-03-05T10:12:00-06:00'],
  ])('has the CST of China on a page in Chinese only: %s', (lang, value) => {
    expect(at({ lang, body: `${HEADLINE}<p class="date">2024-03-05 10:12:00 CST</p>` })?.value).toBe(value);
  });

  it.each([
    ['<meta property="article:published_time" content="2024-03-05">', 'meta'],
    ['<meta name="parsely-pub-date" content="2024-03-05">', 'meta'],
    ['<meta name="DC.date.issued" content="2024-03-05">', 'meta'],
    ['<meta name="PubDate" content="2024-03-05">', 'meta'],
    ['<meta itemprop="datePublished" content="2024-03-05">', 'meta'],
    ['<script>var ct = "1709596800"; var x = 1;</script>', 'script'],
    ['<script>window.__DATA__={"publish_time":"2024-03-05"}</script>', 'script'],
  ])('is read from %s', (head, origin) => {
    expect(at({ head })).toMatchObject({ value: expect.stringMatching(/^2024-03-05/), origin });
  });

  it.each([
    ['<time datetime="2024-03-05">Tuesday</time>', 'time-element', 'en'],
    ['<abbr title="2024-03-05T14:05:00Z">an hour ago</abbr>', 'time-element', 'en'],
    ['<span itemprop="datePublished" content="2024-03-05">Tuesday</span>', 'microdata', 'en'],
    ['<span property="schema:datePublished" content="2024-03-05">Tuesday</span>', 'rdfa', 'en'],
    ['<div>2024年3月5日　来源：蓝桥日报</div>', 'page-text', 'zh'],
    ['<div>記者陳小明／台北報導 2024/03/05</div>', 'page-text', 'zh-Hant'],
    ['<div>입력 2024.03.05.</div>', 'page-text', 'ko'],
    ['<div>発行：令和６年３月５日（火）</div>', 'page-text', 'ja'],
    ['<div>民國一百一十三年三月五日</div>', 'page-text', 'zh-Hant'],
    ['<div>Von Ann Lee, 5. März 2024</div>', 'page-text', 'de'],
    ['<div>Publié le 5 mars 2024</div>', 'page-text', 'fr'],
    ['<div>5 марта 2024</div>', 'page-text', 'ru'],
    [
      '<p>LANQIAO, 5 March 2024 – The council met until late and heard the pilots, and then the shopkeepers, and then the pilots again, before it put the vote off to the spring, when the larger boats are to be brought into service at last.</p>',
      'page-text',
      'en',
    ],
  ])('is read beside the headline: %s', (line, origin, lang) => {
    expect(at({ lang, body: `${HEADLINE}${line}` })).toMatchObject({
      value: expect.stringMatching(/^2024-03-05/),
      origin,
    });
  });

  it.each([
    ['<div>5. maaliskuuta 2024 klo 14.05</div>', 'fi'],
    ['<div>2024. március 5. 14:05</div>', 'hu'],
    ['<div>Τρίτη 5 Μαρτίου 2024, 2:05 μ.μ.</div>', 'el'],
    ['<div>الثلاثاء ٥ آذار / مارس ٢٠٢٤ 2:05 مساءً</div>', 'ar'],
    ['<div>5 मार्च 2024 14:05</div>', 'hi'],
    ['<div>5 มีนาคม 2567 14:05</div>', 'th'],
  ])('is read in a language that has its own months, digits or years: %s', (line, lang) => {
    expect(at({ lang, body: `${HEADLINE}${line}` })?.value).toBe('2024-03-05T14:05:00');
  });

  it('is the one that readers see where a program stamped another into the same element', () => {
    const time = (stamp: string, text: string) => `${HEADLINE}<time datetime="${stamp}">${text}</time>`;
    expect(at({ body: time('2024-03-09T10:18:46Z', 'Published on 5 March 2024') })?.value).toBe('2024-03-05');
    expect(at({ body: time('2024-03-05T23:18:46-05:00', '6 March 2024') })?.value).toBe('2024-03-05T23:18:46-05:00');
  });

  it('is the only one of two readings that is not still to come', () => {
    const body = `${HEADLINE}<div>11/12/2026</div>`;
    expect(at({ lang: 'en-GB', body, now: '2026-11-22T12:00:00Z' })?.value).toBe('2026-11-12');
    expect(at({ lang: 'en-GB', body, now: '2026-12-22T12:00:00Z' })?.value).toBe('2026-12-11');
  });

  it('is read from the address when nothing else says it', () => {
    expect(at({ url: 'https://news.example/2024/03/05/ferry' })).toMatchObject({ value: '2024-03-05', origin: 'url' });
    expect(at({ url: 'https://news.example/ferry-05-03-2024.html' })?.value).toBe('2024-03-05');
    expect(at({ url: 'https://news.example/2024/mar/05/ferry' })?.value).toBe('2024-03-05');
    expect(at({ url: 'https://news.example/2024/WORLD/03/05/ferry' })?.value).toBe('2024-03-05');
    expect(at({ url: 'https://news.example/ferry-20243905' })).toBeUndefined();
    expect(at({ head: '<link rel="canonical" href="https://quay.example/2024/03/05/ferry">' })?.value).toBe(
      '2024-03-05',
    );
  });

  it('is not the day of a change, of a comment, of a video or of a neighbour', () => {
    const head = jsonLd({
      '@type': 'NewsArticle',
      dateModified: '2024-06-01',
      datePublished: '2024-03-05',
      comment: [{ '@type': 'Comment', datePublished: '2024-07-07' }],
    });
    expect(readPage({ head, body: HEADLINE }).fields).toMatchObject({
      published: { value: '2024-03-05' },
      modified: { value: '2024-06-01' },
    });
    expect(at({ head: '<meta property="article:modified_time" content="2024-06-01">' })).toBeUndefined();
    const shown =
      '<div>Updated 1 June 2024</div><div>Published 5 March 2024</div><div class="comments">Bo, 7 July 2024</div>';
    expect(at({ body: `${HEADLINE}${shown}` })?.value).toBe('2024-03-05');
    expect(at({ body: `<h1>Ferry</h1><div id="comments"><p>Bo, 7 July 2024</p></div>` })).toBeUndefined();
  });

  it('orders day and month as the country does', () => {
    const body = `${HEADLINE}<div>3/4/2024</div>`;
    expect(at({ lang: 'en-US', body })?.value).toBe('2024-03-04');
    expect(at({ lang: 'en-GB', body })?.value).toBe('2024-04-03');
    expect(at({ lang: '" xml:lang="en-GB', body })?.value).toBe('2024-04-03');
  });

  it('is left out when it cannot be', () => {
    const { fields, warnings } = readPage({
      body: HEADLINE,
      head: '<meta property="article:published_time" content="2024-13-45T99:99:99Z"><meta name="date" content="2024-02-30"><meta name="pubdate" content="yesterday">',
    });
    expect(fields.published).toBeUndefined();
    expect(warnings).toContain('date-unknown');
  });

  it('says what is doubtful about it', () => {
    const meta = (content: string) => `<meta property="article:published_time" content="${content}">`;
    expect(readPage({ head: meta('2027-01-01T00:00:00Z') }).warnings).toContain('date-future');
    expect(readPage({ head: meta('2024-03-05 23:30:00') }).warnings).toContain('date-zone-unknown');
    expect(readPage({ head: meta('2024-03-05') }).warnings).toEqual([]);
    const other = jsonLd({ '@type': 'Article', datePublished: '2023-01-09' });
    expect(readPage({ head: meta('2024-03-05') + other }).warnings).toContain('date-conflict');
  });

  it('takes a likely date before one in the future or before the web', () => {
    const unset = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">';
    expect(at({ head: unset, body: `${HEADLINE}<div>5 March 2024</div>` })?.value).toBe('2024-03-05');
    expect(at({ body: `${HEADLINE}<div>5 March 1935</div>` })).toBeUndefined();
  });
});

describe('the zone of a date', () => {
  const local = '<meta property="article:published_time" content="2024-03-05 23:30:00">';
  const utc = '<meta property="article:published_time" content="2024-03-05T23:30:00Z">';

  it('is the one country of the domain, and of no other domain', () => {
    expect(at({ head: local, url: 'https://news.example.sg/a' })).toMatchObject({
      value: '2024-03-05T23:30:00+08:00',
      zone: 'site',
    });
    expect(at({ head: local, url: 'https://news.example.de/a' })?.value).toBe('2024-03-05T23:30:00+01:00');
    expect(at({ head: local, url: 'https://news.example.ca/a' })).toMatchObject({
      value: '2024-03-05T23:30:00',
      zone: 'none',
    });
    expect(at({ head: local })?.instant).toBeUndefined();
  });

  it('puts an instant in UTC on the clock of the publisher', () => {
    expect(at({ head: utc, url: 'https://news.example.cn/a' })?.value).toBe('2024-03-06T07:30:00+08:00');
    expect(at({ head: utc })?.value).toBe('2024-03-05T23:30:00+00:00');
    const shown = `${HEADLINE}<div>March 5, 2024 / 3:30 PM PST</div>`;
    expect(at({ head: utc, body: shown })?.value).toBe('2024-03-05T15:30:00-08:00');
  });

  it('believes the clock of the page’s head, which no script tells for the reader', () => {
    const head = `${utc}<meta name="article_date_original" content="Tuesday, March 5, 2024, 05:30 PM">`;
    expect(at({ head })?.value).toBe('2024-03-05T17:30:00-06:00');
  });

  it('does not believe a shown clock without a zone that a script may have made for the reader', () => {
    expect(at({ head: utc, body: `${HEADLINE}<div>March 5, 2024, 3:30 PM</div>` })?.value).toBe(
      '2024-03-05T23:30:00+00:00',
    );
  });

  it('is not taken for UTC where that makes it another day than the one that readers see', () => {
    const url = 'https://news.example.de/a';
    const shown = `${HEADLINE}<div>5 March 2024</div>`;
    expect(at({ head: utc, url, body: shown })).toMatchObject({ value: '2024-03-05T23:30:00+01:00', zone: 'site' });
    const midnight = '<meta property="article:published_time" content="2024-03-05T23:00:00Z">';
    expect(at({ head: midnight, url, body: shown })?.value).toBe('2024-03-06T00:00:00+01:00');
  });

  it('leaves the day that the address tells where UTC has its neighbour', () => {
    expect(at({ head: utc, url: 'https://news.example/2024/03/06/ferry' })?.value).toBe('2024-03-06');
    expect(at({ head: utc, url: 'https://news.example/2024/03/04/ferry' })?.value).toBe('2024-03-05T23:30:00+00:00');
  });

  it('is known for a publisher by its rule', () => {
    const body =
      '<div class="content"><h1>夜渡照开</h1></div><div class="date-published">发布 / 2021年7月16日 01:01 PM</div>';
    expect(at({ lang: 'zh', url: 'https://www.zaobao.com/realtime/china/story20210716-1', body })).toMatchObject({
      value: '2021-07-16T13:01:00+08:00',
      precision: 'minute',
      zone: 'site',
    });
  });
});

describe('the reader’s own zone', () => {
  const own = process.env['TZ'];
  afterAll(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  it.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['Pacific/Pago_Pago', 660],
    ['Pacific/Kiritimati', -840],
  ])('changes nothing: %s', (zone, minutesBehind) => {
    process.env['TZ'] = zone;
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(minutesBehind);
    const meta = (content: string) => `<meta property="article:published_time" content="${content}">`;
    const values = [
      '2024-03-05T00:30:00+08:00',
      '2024-03-05 23:30:00',
      '2024-03-05',
      'Tue, 05 Mar 2024 08:00:00 EST',
      '1709596800',
    ];
    expect(values.map((value) => at({ head: meta(value) })?.value)).toEqual([
      '2024-03-05T00:30:00+08:00',
      '2024-03-05T23:30:00',
      '2024-03-05',
      '2024-03-05T08:00:00-05:00',
      '2024-03-05T00:00:00+00:00',
    ]);
    expect(at({ body: `${HEADLINE}<div>2024年3月5日 23:59</div>`, url: 'https://news.example.cn/a' })?.value).toBe(
      '2024-03-05T23:59:00+08:00',
    );
  });
});
