import { type CivilDay, type ClockTime, daysBetween, isRealDay } from './civil-date.ts';
import { HALVES } from './halves-of-day.ts';
import { englishMonths, type MonthNames } from './month-names.ts';
import { type FoundTime, readTime } from './read-time.ts';
import { type Token, tokenize } from './tokens.ts';

/** What is known of the page before its dates are read. */
export interface DateHints {
  /** `3/4/2021` is 4 March (United States) and not 3 April. */
  readonly monthFirst: boolean;
  /** IANA zone that settles abbreviations with two meanings: the site's, or that of the page's language. */
  readonly siteZone?: string;
  /** The names of the months, where the page may be in another language than English. */
  readonly months?: MonthNames;
  /** Years of three digits are counted from 1912, as Taiwan's offices do: `113/03/01`. */
  readonly countsFromRepublic?: boolean;
  /** No story is of a later day: where only one of two readings is, it is the other. */
  readonly latest?: CivilDay;
}

/** A date found in a line of text. */
export interface FoundDate {
  readonly day: CivilDay;
  readonly time?: ClockTime;
  /** Minutes east of UTC, or an IANA zone name, where written beside the time. */
  readonly zone?: number | string;
  /** Could be read with day and month the other way round: `3/4/2021`. */
  readonly swappable: boolean;
  /** Written with a two-digit year. */
  readonly shortYear: boolean;
  /** Offsets into the line (NFKC form) of the date without its time. */
  readonly start: number;
  readonly end: number;
}

interface DayMatch {
  readonly day: CivilDay;
  readonly next: number;
  readonly swappable?: boolean;
  readonly shortYear?: boolean;
  /** A time inside the date: `Mar 5 08:00:00 +0800 2024`. */
  readonly time?: FoundTime;
}

/**
 * Words between the parts of a date: `5 de marzo de 2021`, `5th of March`, `2021 m. liepos 5`, `2021. gada 5. jūlijs`; and
 * Levantine months that have a second name, whose second word is skipped: `5 كانون الثاني / يناير 2021`.
 */
const INNER_WORDS: ReadonlySet<string> = new Set(
  'de del of di d г року the m gada كانون تشرين الأول الثاني'.split(' '),
);
const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'o', 'ª', 'ème', 'e']);
const YEAR_WORDS: ReadonlySet<string> = new Set(['年', '년']);
const MONTH_WORDS: ReadonlySet<string> = new Set(['月', '월']);
const DAY_WORDS: ReadonlySet<string> = new Set(['日', '号', '號', '일']);
/** The year before the first of the Republic of China's calendar. */
const REPUBLIC = 1911;
/** Year 1 of each era, less one. Source: Republic of China calendar; Japanese eras since 1926. */
const ERAS: Readonly<Record<string, number>> = {
  民国: REPUBLIC,
  民國: REPUBLIC,
  中华民国: REPUBLIC,
  中華民國: REPUBLIC,
  令和: 2018,
  平成: 1988,
  昭和: 1925,
};
/** The largest distance between a date and its time, in tokens: `5 March 2021 (Friday) — at 13:01`. */
const MAX_GAP = 6;
const GAP_WORDS: ReadonlySet<string> = new Set(
  (
    't at um à às a las alle ore kl klo kell о в om u v ve στις г год року uhr الساعة ' +
    '星期 周 週 曜日 礼拜 禮拜 요일 月 火 水 木 金 土 日 월 화 수 목 금 토 일 天 ' +
    'monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag'
  ).split(' '),
);
/** A day of the week in Chinese, and what is before it: `星期五`, `周五`, `（五）`. */
const BEFORE_WEEKDAY = /[期周週拜(]$/;
const WEEKDAYS = /^[一二三四五六]$/;
const GAP_MARKS: ReadonlySet<string> = new Set([...'.,-–—|•·@/();。:【】[]']);

/** Every date in a line of text, in order. Dates that do not exist are left out. Linear in the length of the line. */
export function findDates(line: string, hints: DateHints): FoundDate[] {
  const tokens = tokenize(line);
  const found: FoundDate[] = [];
  let at = 0;
  let previousEnd = 0;
  while (at < tokens.length) {
    const match = readDay(tokens, at, hints);
    if (!match) {
      at += 1;
      continue;
    }
    const time = match.time ?? timeAfter(tokens, match.next, hints) ?? timeBefore(tokens, at, previousEnd, hints);
    found.push({
      day: match.day,
      ...(time ? { time: time.time } : {}),
      ...(time?.zone !== undefined ? { zone: time.zone } : {}),
      swappable: match.swappable ?? false,
      shortYear: match.shortYear ?? false,
      start: tokens[at]?.start ?? 0,
      end: tokens[match.next - 1]?.end ?? 0,
    });
    at = Math.max(match.next, time?.next ?? 0);
    previousEnd = at;
  }
  return found;
}

function readDay(tokens: readonly Token[], at: number, hints: DateHints): DayMatch | undefined {
  if (tokens[at]?.kind === 'mark' || isInsideNumber(tokens, at)) return undefined;
  const match =
    readEraDay(tokens, at) ??
    readYearFirst(tokens, at, hints) ??
    readYearApart(tokens, at, hints) ??
    readNumeric(tokens, at, hints) ??
    readDayThenMonth(tokens, at, hints) ??
    readMonthThenDay(tokens, at, hints);
  if (!match || !isRealDay(match.day) || continuesAsNumber(tokens, match.next)) return undefined;
  return match;
}

/** `1.2.2021` inside `10.1.2.2021` is not a date; neither is `2021-07-16` in `v-2021-07-16-3`. */
function isInsideNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const mark = tokens[at - 1];
  const before = tokens[at - 2];
  if (token?.kind !== 'number' || token.spaced || mark?.kind !== 'mark' || mark.spaced) return false;
  return before?.kind === 'number' && (mark.text === '.' || mark.text === '/' || mark.text === '-');
}

function continuesAsNumber(tokens: readonly Token[], next: number): boolean {
  const [mark, after] = [tokens[next], tokens[next + 1]];
  if (mark?.kind !== 'mark' || mark.spaced || after?.kind !== 'number' || after.spaced) return false;
  return (mark.text === '.' || mark.text === '/') && after.digits !== 2;
}

/** `民国110年7月16日`, `令和3年7月16日`, `平成元年一月八日` */
function readEraDay(tokens: readonly Token[], at: number): DayMatch | undefined {
  const era = tokens[at]?.text ?? '';
  const base = Object.hasOwn(ERAS, era) ? ERAS[era] : undefined;
  const count = tokens[at + 1];
  if (base === undefined || !count) return undefined;
  const years = count.text === '元' ? 1 : count.value;
  if (!(years >= 1 && years < 200)) return undefined;
  return readMonthAndDay(tokens, at + 2, base + years);
}

/** `2021-07-16`, `2021/7/16`, `2021. 7. 16.`, `2021年7月16日`, `二〇二一年七月十六日`, `21年7月16日`, `2021년 7월 16일` */
function readYearFirst(tokens: readonly Token[], at: number, hints: DateHints): DayMatch | undefined {
  const year = tokens[at];
  if (year?.kind !== 'number') return undefined;
  const isFull = year.digits === 4;
  if (YEAR_WORDS.has(tokens[at + 1]?.text ?? '') && (isFull || (year.digits === 2 && year.value > 9))) {
    return readMonthAndDay(tokens, at + 1, isFull ? year.value : 2000 + year.value);
  }
  const separator = tokens[at + 1];
  const month = tokens[at + 2];
  const day = tokens[at + 4];
  const fromRepublic = hints.countsFromRepublic === true && year.digits === 3 && year.value < 200;
  if (
    !(isFull || fromRepublic) ||
    !separator ||
    !'-/.'.includes(separator.text) ||
    tokens[at + 3]?.text !== separator.text
  )
    return undefined;
  if (!isShortNumber(month) || !isShortNumber(day)) return undefined;
  const closed = separator.text === '.' && tokens[at + 5]?.text === '.' && tokens[at + 5]?.spaced === false;
  const fullYear = fromRepublic ? REPUBLIC + year.value : year.value;
  return { day: { year: fullYear, month: month.value, day: day.value }, next: closed ? at + 6 : at + 5 };
}

/** `2026 11/03 08:30:15`, as three elements of a header; without the time it may be anything. */
function readYearApart(tokens: readonly Token[], at: number, hints: DateHints): DayMatch | undefined {
  const [year, month, slash, day] = tokens.slice(at, at + 4);
  const isOne = year?.digits === 4 && slash?.text === '/' && isShortNumber(month) && month.spaced && isShortNumber(day);
  if (!isOne || !readTime(tokens, at + 4, hints.siteZone)) return undefined;
  return { day: { year: year.value, month: month.value, day: day.value }, next: at + 4 };
}

/** From the 年 of a date on: `年7月16日`. */
function readMonthAndDay(tokens: readonly Token[], at: number, year: number): DayMatch | undefined {
  const [month, day] = [tokens[at + 1], tokens[at + 3]];
  if (!YEAR_WORDS.has(tokens[at]?.text ?? '') || !MONTH_WORDS.has(tokens[at + 2]?.text ?? '')) return undefined;
  if (!isShortNumber(month) || !isShortNumber(day)) return undefined;
  const closed = DAY_WORDS.has(tokens[at + 4]?.text ?? '');
  return { day: { year, month: month.value, day: day.value }, next: closed ? at + 5 : at + 4 };
}

/** `16.07.2021`, `16. 7. 2021`, `16/7/2021`, `7/16/21`, `16-07-2021`, `16 | 07 | 2021` */
function readNumeric(tokens: readonly Token[], at: number, hints: DateHints): DayMatch | undefined {
  const [first, separator, second, again, year] = tokens.slice(at, at + 5);
  if (!isShortNumber(first) || !isShortNumber(second) || year?.kind !== 'number') return undefined;
  if (!separator || !'-/.|'.includes(separator.text) || again?.text !== separator.text) return undefined;
  const shortYear = year.digits === 2 && separator.text !== '|';
  if (year.digits !== 4 && !(shortYear && separator.text !== '-' && !year.spaced && !second.spaced)) return undefined;
  const fullYear = shortYear ? fromTwoDigits(year.value) : year.value;
  const swappable = first.value <= 12 && second.value <= 12 && first.value !== second.value && separator.text !== '.';
  const dayFirst = { year: fullYear, month: second.value, day: first.value };
  const monthFirst = { year: fullYear, month: first.value, day: second.value };
  const [likely, other] =
    second.value > 12 || (swappable && hints.monthFirst) ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const isTooLate =
    swappable && hints.latest && daysBetween(hints.latest, likely) > 0 && daysBetween(hints.latest, other) <= 0;
  return { day: isTooLate ? other : likely, next: at + 5, swappable, shortYear };
}

/** `16 July 2021`, `16. Juli 2021`, `16 de julio de 2021`, `16-Jul-21`, `16 تموز / يوليو 2021`. */
function readDayThenMonth(tokens: readonly Token[], at: number, hints: DateHints): DayMatch | undefined {
  const day = tokens[at];
  if (!isShortNumber(day)) return undefined;
  const monthAt = skipInner(tokens, at + 1);
  const month = monthAtToken(tokens, monthAt, hints);
  if (month === undefined) return undefined;
  const after = skipInner(tokens, monthAt + 1);
  const isTwice = tokens[after - 1]?.text === '/' && monthAtToken(tokens, after, hints) === month;
  const yearAt = isTwice ? skipInner(tokens, after + 1) : after;
  const year = tokens[yearAt];
  const fullYear = yearFrom(year, tokens[yearAt - 1]);
  if (fullYear === undefined) return undefined;
  return { day: { year: fullYear, month, day: day.value }, next: yearAt + 1, shortYear: year?.digits === 2 };
}

/** `July 16, 2021`, `Jul 16th 2021`, `Mar 5 08:00:00 PST 2024`, `2021. július 16.`, `2021 July 16` */
function readMonthThenDay(tokens: readonly Token[], at: number, hints: DateHints): DayMatch | undefined {
  const leading = tokens[at];
  const yearLeads = leading?.kind === 'number' && leading.digits === 4;
  const monthAt = yearLeads ? skipInner(tokens, at + 1) : at;
  const month = monthAtToken(tokens, monthAt, hints);
  const dayAt = skipInner(tokens, monthAt + 1);
  const day = tokens[dayAt];
  if (month === undefined || !isShortNumber(day)) return undefined;
  if (yearLeads) return { day: { year: leading.value, month, day: day.value }, next: dayAt + 1 };

  const yearAt = skipInner(tokens, dayAt + 1);
  const year = yearFrom(tokens[yearAt], undefined);
  if (year !== undefined) return { day: { year, month, day: day.value }, next: yearAt + 1 };
  const time = readTime(tokens, yearAt, hints.siteZone);
  const lateYear = time ? yearFrom(tokens[skipInner(tokens, time.next)], undefined) : undefined;
  if (!time || lateYear === undefined) return undefined;
  return { day: { year: lateYear, month, day: day.value }, next: skipInner(tokens, time.next) + 1, time };
}

function isShortNumber(token: Token | undefined): token is Token {
  return token?.kind === 'number' && token.digits <= 2 && token.value >= 1 && token.value <= 31;
}

function monthAtToken(tokens: readonly Token[], at: number, { months }: DateHints): number | undefined {
  const token = tokens[at];
  return token?.kind === 'word' ? (months ?? englishMonths()).get(token.text) : undefined;
}

/** Years of the Buddhist era, which Thailand counts, less those of the common one. */
const BUDDHIST_ERA = 543;

/** A four-digit year; two digits only behind an apostrophe or a hyphen (`Jul '21`, `16-Jul-21`). */
function yearFrom(token: Token | undefined, before: Token | undefined): number | undefined {
  if (token?.kind !== 'number') return undefined;
  if (token.digits === 4) return token.value > 2400 ? token.value - BUDDHIST_ERA : token.value;
  const marked = before && ("'’-".includes(before.text) || before.text === '/');
  return token.digits === 2 && marked ? fromTwoDigits(token.value) : undefined;
}

/** Newspapers went online in the nineties: 70–99 is the last century. */
function fromTwoDigits(value: number): number {
  return value >= 70 ? 1900 + value : 2000 + value;
}

/** Skips the tokens between two parts of a date: at most three of `.`, `,`, `-`, `/`, `de`, `th` … */
function skipInner(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 3) {
    const text = tokens[next]?.text;
    if (text === undefined || !(".,-/'’–|".includes(text) || INNER_WORDS.has(text) || ORDINALS.has(text))) break;
    next += 1;
  }
  return next;
}

function timeAfter(tokens: readonly Token[], at: number, hints: DateHints): FoundTime | undefined {
  for (let next = at; next <= at + MAX_GAP; next += 1) {
    if (isWeekday(tokens, next)) continue;
    const time = readTime(tokens, next, hints.siteZone);
    if (time) return readDay(tokens, next, hints) ? undefined : time;
    const token = tokens[next];
    if (!token || !isGap(token)) return undefined;
  }
  return undefined;
}

/** `13:01, 16 July 2021`: the time must end where the date begins, apart from the words of a gap. */
function timeBefore(tokens: readonly Token[], at: number, from: number, hints: DateHints): FoundTime | undefined {
  for (let start = at - 1; start >= Math.max(from, at - MAX_GAP - 5); start -= 1) {
    const previous = tokens[start - 1];
    if (
      previous &&
      (previous.kind === 'number' || previous.text === ':' || (previous.text > '\u2fff' && HALVES.has(previous.text)))
    )
      continue;
    if (isWeekday(tokens, start)) continue;
    const time = readTime(tokens, start, hints.siteZone);
    if (!time || time.next > at) continue;
    const gap = tokens.slice(time.next, at);
    const isInGap = (token: Token, index: number): boolean =>
      isGap(token) || token.text === 'on' || token.text === 'am' || isWeekday(tokens, time.next + index);
    return gap.every(isInGap) ? { ...time, next: at } : undefined;
  }
  return undefined;
}

function isWeekday(tokens: readonly Token[], at: number): boolean {
  return WEEKDAYS.test(tokens[at]?.text ?? '') && BEFORE_WEEKDAY.test(tokens[at - 1]?.text ?? '');
}

function isGap(token: Token): boolean {
  return token.kind === 'mark' ? GAP_MARKS.has(token.text) : token.kind === 'word' && GAP_WORDS.has(token.text);
}
