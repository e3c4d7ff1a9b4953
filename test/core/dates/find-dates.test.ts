import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, isoTime, isRealDay } from '../../../src/core/dates/civil-date.ts';
import { type DateHints, findDates } from '../../../src/core/dates/find-dates.ts';
import { monthsOf } from '../../../src/core/dates/months-of.ts';

const EUROPE: DateHints = { monthFirst: false, months: monthsOf('') };
const AMERICA = { monthFirst: true };

/** `2021-07-16 13:01:00 480` */
function read(line: string, hints = EUROPE): string[] {
  return findDates(line, hints).map(({ day, time, zone }) =>
    [isoDay(day), time ? isoTime(time) : '', zone ?? ''].join(' ').trim(),
  );
}

describe('findDates', () => {
  it.each([
    ['2021-07-16T13:01:00+08:00', '2021-07-16 13:01:00 480'],
    ['2021-07-16T13:01:00.123Z', '2021-07-16 13:01:00 0'],
    ['2021-07-16 13:01:00 -0500', '2021-07-16 13:01:00 -300'],
    ['Fri, 16 Jul 2021 13:01:00 +0800', '2021-07-16 13:01:00 480'],
    ['Fri Jul 16 2021 13:01:00 GMT+0800 (CST)', '2021-07-16 13:01:00 480'],
    ['Fri Jul 16 13:01:00 +0800 2021', '2021-07-16 13:01:00 480'],
    ['发布 / 2021年7月16日 01:01 PM', '2021-07-16 13:01:00'],
    ['2021年07月16日 下午1点05分 来源：蓝桥日报', '2021-07-16 13:05:00'],
    ['二〇二一年七月十六日 上午九时', '2021-07-16 09:00:00'],
    ['民國110年7月16日', '2021-07-16'],
    ['2021 07/16 13:01:15', '2021-07-16 13:01:15'],
    ['中華民國一百年七月十六日', '2011-07-16'],
    ['民國一百一十年七月十六日 下午1時01分', '2021-07-16 13:01:00'],
    ['民國一百零三年十二月卅一日', '2014-12-31'],
    ['三百二十一年七月十六日', ''],
    ['発行：令和３年７月１６日（金）午後１時１分', '2021-07-16 13:01:00'],
    ['令和3年7月16日 午後1時05分', '2021-07-16 13:05:00'],
    ['2021年7月16日 星期五 13:01', '2021-07-16 13:01:00'],
    ['2021年7月16日 星期五 下午1:01', '2021-07-16 13:01:00'],
    ['2021年7月17日周六上午9:05', '2021-07-17 09:05:00'],
    ['2021年7月16日（星期五）13时01分', '2021-07-16 13:01:00'],
    ['2021年7月16日(五) 13:01', '2021-07-16 13:01:00'],
    ['下午1:01 2021年7月16日', '2021-07-16 13:01:00'],
    ['2021年7月16日 晚上9点半', '2021-07-16 21:30:00'],
    ['2021年7月16日 上午九点一刻', '2021-07-16 09:15:00'],
    ['2021年7月16日 晚上9點3刻', '2021-07-16 21:45:00'],
    ['2021年7月16日 中午11:50', '2021-07-16 11:50:00'],
    ['2021年7月16日 中午12:05', '2021-07-16 12:05:00'],
    ['2021年7月16日 深夜11:30', '2021-07-16 23:30:00'],
    ['2021年7月16日 晚上12:20', '2021-07-16'],
    ['2021年7月16日24时', '2021-07-16'],
    ['2021-07-16 24:00', '2021-07-16'],
    ['平成元年1月8日', '1989-01-08'],
    ['2021年7月16日(金) 13時01分', '2021-07-16 13:01:00'],
    ['2021.07.16. 오후 1:01', '2021-07-16 13:01:00'],
    ['2021년 7월 16일 오전 9시 5분', '2021-07-16 09:05:00'],
    ['16. Juli 2021, 13.01 Uhr', '2021-07-16 13:01:00'],
    ['Le 16 juillet 2021 à 13h01', '2021-07-16 13:01:00'],
    ['16 de julio de 2021 a las 13:01', '2021-07-16 13:01:00'],
    ['16 de julho de 2021 às 13h01', '2021-07-16 13:01:00'],
    ['venerdì 16 luglio 2021, ore 13:01', '2021-07-16 13:01:00'],
    ['16 июля 2021 г., 13:01 МСК', '2021-07-16 13:01:00 180'],
    ['2021 July 16, 13:01', '2021-07-16 13:01:00'],
    ['July 16th, 2021 at 1:01 p.m. PDT', '2021-07-16 13:01:00 -420'],
    ['13:01, 16 July 2021', '2021-07-16 13:01:00'],
    ['1:01 PM ET, July 16, 2021', '2021-07-16 13:01:00 America/New_York'],
    ['16.07.21', '2021-07-16'],
    ['16-Jul-21', '2021-07-16'],
    ['16 | 07 | 2021', '2021-07-16'],
    ['2021-07-16T13:01:0Z', '2021-07-16 13:01:00 0'],
    ['الجمعة، 16 يوليو 2021 - 01:01 م', '2021-07-16 13:01:00'],
    ['16 كانون الثاني / يناير 2021', '2021-01-16'],
    ['2021 m. liepos 16 d. 13:01', '2021-07-16'],
  ])('reads %s', (line, expected) => {
    expect(read(line).join('; ')).toBe(expected);
  });

  it('orders day and month by the country, and by what is possible', () => {
    expect(read('3/4/2021')).toEqual(['2021-04-03']);
    expect(read('3/4/2021', AMERICA)).toEqual(['2021-03-04']);
    expect(read('3.4.2021', AMERICA)).toEqual(['2021-04-03']);
    expect(read('16/7/2021', AMERICA)).toEqual(['2021-07-16']);
    expect(read('7/16/2021')).toEqual(['2021-07-16']);
  });

  it('knows the months of the page’s own language where two have one name for two', () => {
    const inLanguage = (months: ReturnType<typeof monthsOf>) => read('16. listopada 2021', { ...EUROPE, months });
    expect(inLanguage(monthsOf('hr'))).toEqual(['2021-10-16']);
    expect(inLanguage(monthsOf('pl-PL'))).toEqual(['2021-11-16']);
    expect(read('16 mar 2021', { ...EUROPE, months: monthsOf('fi') })).toEqual(['2021-03-16']);
  });

  it('settles an abbreviation with two meanings by the site', () => {
    expect(read('2021-07-16 13:01 CST')).toEqual(['2021-07-16 13:01:00 -360']);
    expect(findDates('2021-07-16 13:01 CST', { monthFirst: false, siteZone: 'Asia/Shanghai' })[0]?.zone).toBe(480);
  });

  it.each([
    '2024-13-45T99:99:99Z',
    '2024-02-30',
    '31 April 2021',
    'yesterday',
    '昨天 13:01',
    'version 10.1.2.2021',
    '2021年7月',
    '555-07-2021-16',
    'ISBN 978-3-16-148410-0',
  ])('finds no date in %s', (line) => {
    expect(read(line)).toEqual([]);
  });

  it('takes a span of time for its start, not for an offset', () => {
    expect(read('2021-07-16 08:00-10:00')).toEqual(['2021-07-16 08:00:00']);
  });

  it('finds several dates in one line, each with its own time', () => {
    expect(read('Published 2:30 p.m. ET Aug. 5, 2020 | Updated 3:00 p.m. ET Aug. 6, 2020')).toEqual([
      '2020-08-05 14:30:00 America/New_York',
      '2020-08-06 15:00:00 America/New_York',
    ]);
  });

  it('never throws and never invents a number that is not in the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '2021',
        '7',
        '16',
        '13:01',
        '年',
        '月',
        '日',
        '-',
        '/',
        '.',
        ' ',
        'July',
        'de',
        'PM',
        '+',
        '08:00',
        'Z',
        '十六',
        '令和',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const line = pieces.join('');
        for (const { day } of findDates(line, EUROPE)) {
          expect(isRealDay(day)).toBe(true);
          const digits = line.normalize('NFKC');
          const written = [String(day.year), String(day.year).slice(2), '令和', '平', '昭和', '民', '十', '〇', '零'];
          expect(written.some((form) => digits.includes(form)) || /\p{Script=Han}/u.test(digits)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads every day of the calendar back from the forms news sites write', () => {
    const days = fc.date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        const name = (locale: string): string =>
          new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
        for (const locale of [
          'en-US',
          'en-GB',
          'de',
          'fr',
          'es',
          'pt',
          'it',
          'ru',
          'zh',
          'ja',
          'ko',
          'nl',
          'pl',
          'tr',
          'sv',
        ]) {
          expect(read(name(locale)), name(locale)).toEqual([day]);
        }
        expect(read(`${year}/${month}/${dayOfMonth}`)).toEqual([day]);
        expect(read(`${dayOfMonth}.${month}.${year}`)).toEqual([day]);
      }),
    );
  });
});
