import { describe, expect, it } from 'vitest';
import type { Published } from '../../../src/core/model/article.ts';
import { dateText, offsetOf, readDate } from '../../../src/ui/shared/date-field.ts';

const given: Published = {
  value: '2021-07-16T13:01:00+08:00',
  instant: Date.parse('2021-07-16T13:01:00+08:00'),
  precision: 'minute',
  zone: 'site',
  origin: 'page-text',
};
const day: Published = { value: '2021-07-16', precision: 'day', zone: 'none', origin: 'meta' };

describe('what the field shows', () => {
  it('is the publisher’s day and time', () => {
    expect(dateText(given)).toBe('2021-07-16 13:01');
    expect(dateText(day)).toBe('2021-07-16');
    expect(dateText(undefined)).toBe('');
  });

  it('has seconds only where the page gave some', () => {
    expect(dateText({ ...given, value: '2021-07-16T13:01:07+08:00', precision: 'second' })).toBe('2021-07-16 13:01:07');
    expect(dateText({ ...given, precision: 'second' })).toBe('2021-07-16 13:01');
  });

  it('has the offset beside it', () => {
    expect([offsetOf(given), offsetOf(day), offsetOf({ ...given, value: '2021-07-16T05:01:00Z' })]).toEqual([
      '+08:00',
      '',
      '+00:00',
    ]);
  });
});

describe('what the user types', () => {
  it('is the page’s own moment where nothing was changed', () => {
    expect(readDate('2021-07-16 13:01', given)).toBe(given);
  });

  it('keeps the publisher’s offset for another hour', () => {
    expect(readDate('2021-07-16 14:30', given)).toEqual({
      value: '2021-07-16T14:30:00+08:00',
      instant: Date.parse('2021-07-16T14:30:00+08:00'),
      precision: 'minute',
      zone: 'site',
      origin: 'user',
    });
  });

  it('may bring its own offset', () => {
    expect(readDate('2021-07-16 14:30 -0330', given)).toMatchObject({
      value: '2021-07-16T14:30:00-03:30',
      zone: 'stated',
    });
    expect(readDate('2021-07-16T14:30:05Z', undefined)).toMatchObject({
      value: '2021-07-16T14:30:05+00:00',
      precision: 'second',
    });
  });

  it('is a time without a zone where nobody gave one', () => {
    const read = readDate('2021-07-16 14:30', day);
    expect(read).toEqual({ value: '2021-07-16T14:30:00', precision: 'minute', zone: 'none', origin: 'user' });
  });

  it.each(['2021/7/16', '2021年7月16日', '２０２１－０７－１６', ' 2021.07.16 '])('reads %s as a day', (typed) => {
    expect(readDate(typed, given)).toEqual({ value: '2021-07-16', precision: 'day', zone: 'none', origin: 'user' });
  });

  it.each([
    'yesterday',
    '2021-02-30',
    '2021-13-01',
    '2021-07-16 25:00',
    '2021-07-16 12:60',
    '16/07/2021',
    '2021-07-16 +08:00',
  ])('refuses %s', (typed) => {
    expect(readDate(typed, given)).toBe('invalid');
  });

  it('may be nothing: the date is unknown', () => {
    expect(readDate('  ', given)).toBeUndefined();
  });
});
