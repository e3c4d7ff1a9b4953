import { describe, expect, it } from 'vitest';
import { jsonLd, readPage } from '../metadata/read-page.ts';

const HEADLINE = '<h1>Night ferry keeps running</h1>';
const published = (parts: Parameters<typeof readPage>[0]) => readPage(parts).fields.published?.value;
const ld = (rest: object) => jsonLd({ '@type': 'NewsArticle', headline: 'Night ferry keeps running', ...rest });

describe('the order of trust in dates', () => {
  it('begins with the labelled date beside the headline', () => {
    const { fields, warnings } = readPage({
      head: ld({ datePublished: '2025-08-21T10:00:00Z' }),
      body: `${HEADLINE}<div>Published <span>Apr 26, 2023</span></div>`,
    });
    expect(fields.published?.value).toBe('2023-04-26');
    expect(warnings).toContain('date-conflict');
  });

  it.each([
    [
      'a plain date beside the headline',
      '<div><p>January 31, 2024</p></div>',
      { datePublished: '2025-11-05' },
      '2024-01-31',
    ],
    [
      'markup where the plain date is the change',
      '<div>June 1, 2024</div>',
      { datePublished: '2024-03-05', dateModified: '2024-06-01' },
      '2024-03-05',
    ],
    [
      'markup where the plain date is later, as an event is',
      '<div>June 1, 2024</div>',
      { datePublished: '2024-03-05' },
      '2024-03-05',
    ],
    [
      'the plain day where markup states the same night in UTC',
      '<div>5 March 2024</div>',
      { datePublished: '2024-03-04T23:30:00Z' },
      '2024-03-05',
    ],
    [
      'markup where a script may have made the day for the reader',
      '<time>5 March 2024</time>',
      { datePublished: '2024-03-04T23:30:00Z' },
      '2024-03-04T23:30:00+00:00',
    ],
    [
      'markup where the shown date is called the change',
      '<div>Updated June 1, 2024</div>',
      { datePublished: '2024-03-05' },
      '2024-03-05',
    ],
    [
      'markup with its time where both agree',
      '<div>March 5, 2024</div>',
      { datePublished: '2024-03-05T08:00:00+01:00' },
      '2024-03-05T08:00:00+01:00',
    ],
  ])('takes %s', (_, line, dates, expected) => {
    expect(published({ head: ld(dates), body: `${HEADLINE}${line}` })).toBe(expected);
  });

  it('reads a label in the line above', () => {
    const body = `${HEADLINE}<div class="post-sidebar"><h4>Updated</h4><div>July 9, 2025</div><h4>Published</h4><div>July 8, 2025</div></div>`;
    expect(published({ body })).toBe('2025-07-08');
  });
});

describe('an element that shows publication and change', () => {
  it.each([
    [
      'one time element',
      '<time itemprop="dateModified" datetime="2017-11-27T19:20:45.000+01:00">27/11/2017 01:57 | Actualizado a 27/11/2017 19:20</time>',
      '2017-11-27T01:57:00+01:00',
    ],
    [
      'one line',
      '<div><span>更新于 2017-11-27 19:20</span> <span>发布于 2017-11-26 01:57</span></div>',
      '2017-11-26T01:57:00',
    ],
    [
      'one line, the change behind',
      '<div>发布时间：2017-11-26 01:57 更新时间：2017-11-27 19:20</div>',
      '2017-11-26T01:57:00',
    ],
    ['one line in English', '<div>Updated 27 November 2017, first published 26 November 2017</div>', '2017-11-26'],
  ])('%s', (_, line, expected) => {
    expect(published({ lang: 'es', body: `${HEADLINE}${line}` })).toBe(expected);
  });

  it('keeps the change as the change', () => {
    const line =
      '<time itemprop="dateModified" datetime="2017-11-27T19:20:45+01:00">27/11/2017 01:57 | Actualizado a 27/11/2017 19:20</time>';
    expect(readPage({ lang: 'es', body: `${HEADLINE}${line}` }).fields.modified?.value).toBe(
      '2017-11-27T19:20:45+01:00',
    );
  });
});

describe('a date that cannot be', () => {
  it.each(['0001-01-01T00:00:00', '0000-00-00', '1066-10-14'])('is passed over: %s', (value) => {
    expect(published({ head: ld({ datePublished: value }), body: HEADLINE })).toBeUndefined();
    expect(published({ head: ld({ datePublished: value }), body: `${HEADLINE}<div>5 March 2024</div>` })).toBe(
      '2024-03-05',
    );
  });
});

describe('day and month', () => {
  it('take the order that other dates of the page show', () => {
    const others = '<div class="related"><p>A story 25/12/2023</p></div>';
    expect(published({ lang: 'en-US', body: `${HEADLINE}<div>03/04/2024</div>${others}` })).toBe('2024-04-03');
    const american = '<div class="related"><p>A story 12/25/2023</p></div>';
    expect(published({ lang: 'en-GB', body: `${HEADLINE}<div>03/04/2024</div>${american}` })).toBe('2024-03-04');
  });

  it('take the order of the day that another place states', () => {
    const url = 'https://news.example/2024/04/03/ferry';
    expect(published({ lang: 'en-US', url, body: `${HEADLINE}<div>03/04/2024</div>` })).toBe('2024-04-03');
    expect(
      published({
        lang: 'en-GB',
        head: '<meta name="date" content="2024-03-04">',
        body: `${HEADLINE}<div>03/04/2024</div>`,
      }),
    ).toBe('2024-03-04');
  });
});

describe('the publisher’s clock beside a moment in UTC', () => {
  const shown = (lang: string, clock: string, url = 'https://news.example/a') =>
    published({
      lang,
      url,
      head: ld({ datePublished: '2024-03-01T23:30:00Z' }),
      body: `${HEADLINE}<div>${clock}</div>`,
    });

  it.each([
    ['the page’s language', 'zh-CN', '2024年3月2日 07:30', undefined, '2024-03-02T07:30:00+08:00'],
    ['the region of the language', 'en-SG', '2 March 2024 07:30', undefined, '2024-03-02T07:30:00+08:00'],
    ['Japanese', 'ja', '2024年3月2日 8時30分', undefined, '2024-03-02T08:30:00+09:00'],
    ['German in winter', 'de', '2.3.2024, 00:30 Uhr', undefined, '2024-03-02T00:30:00+01:00'],
    ['the site’s country', 'en', '2 March 2024 07:30', 'https://news.example.sg/a', '2024-03-02T07:30:00+08:00'],
  ])('is that of %s', (_, lang, clock, url, value) => {
    expect(shown(lang, clock, url)).toBe(value);
  });

  it('is not taken from a clock of another zone, which a script may have made for the reader', () => {
    expect(shown('zh-CN', '2024年3月1日 18:30')).toBe('2024-03-01T23:30:00+00:00');
    expect(shown('es', '2 de marzo de 2024 00:30')).toBe('2024-03-01T23:30:00+00:00');
  });
});

describe('a date that is no date of the story', () => {
  it.each([
    [
      'of a quotation',
      '<p>March 1, 2024</p><blockquote><a href="/s/1"><time datetime="2019-01-01">2019</time></a></blockquote>',
      '',
      '2024-03-01',
    ],
    ['of an unset clock', '', '<meta property="article:published_time" content="1970-01-01T00:00:00Z">', undefined],
    [
      'of the clock’s first evening',
      '',
      '<meta property="article:published_time" content="1969-12-31T19:00:00-05:00">',
      undefined,
    ],
    ['years ahead', '', '<meta property="article:published_time" content="2031-01-01T00:00:00Z">', undefined],
  ])('is dropped: %s', (_, body, head, value) => {
    expect(published({ head, body: `${HEADLINE}${body}` })).toBe(value);
  });

  it.each([
    ['an archive’s', '1923-05-04'],
    ['an issue’s, weeks ahead', '2027-01-01'],
  ])('unless it may be: %s', (_, day) => {
    expect(published({ head: `<meta property="article:published_time" content="${day}">`, body: HEADLINE })).toBe(day);
  });
});

describe('years of the Republic of China', () => {
  it.each(['發布日期：113/03/01', '113-03-01', '113.3.1', '民國113年3月1日'])('are counted from 1912: %s', (text) => {
    expect(published({ lang: 'zh-TW', body: `${HEADLINE}<div>${text}</div>` })).toBe('2024-03-01');
    expect(published({ url: 'https://news.example.tw/a', body: `${HEADLINE}<div>${text}</div>` })).toBe('2024-03-01');
  });

  it('are not read elsewhere', () => {
    expect(published({ lang: 'en', body: `${HEADLINE}<div>113/03/01</div>` })).toBeUndefined();
  });
});
