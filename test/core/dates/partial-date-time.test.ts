import { describe, expect, it } from 'vitest';
import {
  dateTimeAt,
  instantOf,
  inUtc,
  inZone,
  isoOf,
  isTimeZone,
  type PartialDateTime,
  parsePartialDateTime,
} from '../../../src/core/dates/partial-date-time.ts';

const read = (text: string): PartialDateTime => {
  const dateTime = parsePartialDateTime(text);
  if (!dateTime) throw new Error(`not read: ${text}`);
  return dateTime;
};

describe('a moment', () => {
  it.each([
    ['2021-07-16', '2021-07-16'],
    ['2021-07-16T13:01', '2021-07-16T13:01:00'],
    ['2021-07-16 13:01:05', '2021-07-16T13:01:05'],
    ['2021-07-16T13:01:00+08:00', '2021-07-16T13:01:00+08:00'],
    ['2021-07-16T13:01:00.686+0800', '2021-07-16T13:01:00+08:00'],
    ['2021-07-16T06:47:58.686Z', '2021-07-16T06:47:58Z'],
    ['2024-02-29', '2024-02-29'],
    ['2021-07-16T13:01:00-09:30', '2021-07-16T13:01:00-09:30'],
  ])('is read as written: %s', (text, iso) => {
    expect(isoOf(read(text))).toBe(iso);
  });

  it.each([
    '',
    '2021-02-29',
    '2021-13-01',
    '2021-07-32',
    '2021-07-16T24:00',
    '2021-07-16T10:60',
    '21-07-16',
    '2021/07/16',
    '2021-07-16+08:00',
    '2021-07-16T10:00+25:00',
    '2021-07-16\n',
    '２０２１-07-16',
    'today',
    '1626418078',
  ])('is not read out of %j, unless it is one with blanks around', (text) => {
    expect(parsePartialDateTime(text)).toEqual(text === '2021-07-16\n' ? { day: '2021-07-16' } : undefined);
  });

  it('fixes an instant only with a time and a zone', () => {
    expect(instantOf(read('2021-07-16T13:01:00+08:00'))).toBe(1626411660000);
    expect(instantOf(read('2021-07-16T13:01:00'))).toBeUndefined();
    expect(instantOf(read('2021-07-16'))).toBeUndefined();
  });

  it.each([
    ['2021-07-16T06:47:58Z', 'Asia/Shanghai', '2021-07-16T14:47:58+08:00'],
    ['2021-07-16T06:47:58Z', 'America/Los_Angeles', '2021-07-15T23:47:58-07:00'],
    ['2021-01-16T06:47:58Z', 'America/Los_Angeles', '2021-01-15T22:47:58-08:00'],
    ['2021-07-16T06:47:58Z', 'Asia/Kolkata', '2021-07-16T12:17:58+05:30'],
    ['2021-07-16T06:47:58Z', 'UTC', '2021-07-16T06:47:58+00:00'],
    ['2021-07-16T06:47:58', 'Asia/Shanghai', '2021-07-16T06:47:58'],
    ['2021-07-16', 'Pacific/Pago_Pago', '2021-07-16'],
  ])('moves to another clock: %s in %s', (text, zone, iso) => {
    expect(isoOf(inZone(read(text), zone))).toBe(iso);
  });

  it('is told in UTC with a Z', () => {
    expect(isoOf(inUtc(read('2021-07-16T13:01:00+08:00')))).toBe('2021-07-16T05:01:00Z');
    expect(isoOf(inUtc(read('2021-07-16')))).toBe('2021-07-16');
  });

  it('is what a clock shows, on either side of the day', () => {
    expect(isoOf(dateTimeAt(Date.UTC(2024, 0, 1, 0, 30), -90))).toBe('2023-12-31T23:00:00-01:30');
    expect(isoOf(dateTimeAt(0, 0))).toBe('1970-01-01T00:00:00+00:00');
  });

  it('knows zones by their names', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    expect(isTimeZone('Asia/Atlantis')).toBe(false);
  });
});
