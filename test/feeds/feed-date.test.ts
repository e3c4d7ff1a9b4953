import { expect, it } from 'vitest';
import { readFeedDate } from '../../src/feeds/feed-date.ts';

const NOW = new Date('2021-07-17T00:00:00Z');

function read(text: string, { url = 'https://news.example/1', language = 'zh-CN', zone = '' } = {}) {
  return readFeedDate(text, { url, language, now: NOW, ...(zone === '' ? {} : { zone }) });
}

it.each([
  ['2021-07-16 14:01:00', {}, '2021-07-16T14:01:00', undefined],
  ['2021-07-16 14:01:00', { zone: 'Asia/Singapore' }, '2021-07-16T14:01:00+08:00', '2021-07-16T06:01:00.000Z'],
  ['2021-07-16 14:01:00', { url: 'https://news.com.tw/1' }, '2021-07-16T14:01:00+08:00', '2021-07-16T06:01:00.000Z'],
  ['Fri, 16 Jul 2021 14:01:00 CST', {}, '2021-07-16T14:01:00+08:00', '2021-07-16T06:01:00.000Z'],
  [
    'Fri, 16 Jul 2021 14:01:00 CST',
    { zone: 'Asia/Singapore' },
    '2021-07-16T14:01:00+08:00',
    '2021-07-16T06:01:00.000Z',
  ],
  ['Fri, 16 Jul 2021 14:01:00 CST', { language: 'en-US' }, '2021-07-16T14:01:00-06:00', '2021-07-16T20:01:00.000Z'],
  ['2021年7月16日 14:01', { zone: 'Asia/Shanghai' }, '2021-07-16T14:01:00+08:00', '2021-07-16T06:01:00.000Z'],
  ['2021年7月16日 下午2:01', {}, '2021-07-16T14:01:00', undefined],
  ['Fri, 16 Jul 2021 06:01:00 GMT', { zone: 'Asia/Shanghai' }, '2021-07-16T14:01:00+08:00', '2021-07-16T06:01:00.000Z'],
  ['2021-07-16T06:01:00Z', {}, '2021-07-16T06:01:00+00:00', '2021-07-16T06:01:00.000Z'],
  ['Fri, 16 Jul 2021 14:01:00 +0800', {}, '2021-07-16T14:01:00+08:00', '2021-07-16T06:01:00.000Z'],
  ['Fri, 16 Jul 21 14:01 EST', { language: 'en' }, '2021-07-16T14:01:00-05:00', '2021-07-16T19:01:00.000Z'],
  ['2021-07-16', {}, '2021-07-16', undefined],
  ['1626415260', {}, '2021-07-16T06:01:00+00:00', '2021-07-16T06:01:00.000Z'],
])('%s of %j is %s', (text, context, value, instant) => {
  const published = read(text, context);
  expect(published?.value.replace('Z', '+00:00')).toBe(value);
  expect(published?.instant === undefined ? undefined : new Date(published.instant).toISOString()).toBe(instant);
});

it('takes a time in the future that is called UTC for the publisher’s own', () => {
  // Fetched at 08:00 in Singapore; the feed calls 07:30 there 07:30 GMT.
  expect(read('Sat, 17 Jul 2021 07:30:00 GMT', { zone: 'Asia/Singapore' })?.value).toBe('2021-07-17T07:30:00+08:00');
  expect(read('Sat, 17 Jul 2021 07:30:00 GMT')?.value).toBe('2021-07-17');
});

it('does not depend on the zone of this machine', () => {
  const before = process.env['TZ'];
  try {
    for (const zone of ['America/Los_Angeles', 'Asia/Tokyo']) {
      process.env['TZ'] = zone;
      expect(read('2021-07-16 14:01:00')?.value).toBe('2021-07-16T14:01:00');
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

it('finds no date where there is none', () => {
  expect(read('')).toBeUndefined();
  expect(read('soon')).toBeUndefined();
});
