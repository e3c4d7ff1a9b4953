import { type ClockTime, isRealTime } from './civil-date.ts';
import { HALVES, type Half } from './halves-of-day.ts';
import { zoneOf } from './time-zones.ts';
import type { Token } from './tokens.ts';

/** A clock reading found in a line, with its zone where one is written beside it. */
export interface FoundTime {
  readonly time: ClockTime;
  /** Minutes east of UTC, or an IANA zone name. */
  readonly zone?: number | string;
  /** Index of the token after it. */
  readonly next: number;
}

const HOUR_MARKS: ReadonlySet<string> = new Set(['时', '時', '点', '點', '시', 'h', 'uhr', 'ч', 'klo', 'ore']);
const MINUTE_MARKS: ReadonlySet<string> = new Set(['分', '분', 'm', 'min', 'мин']);
const SECOND_MARKS: ReadonlySet<string> = new Set(['秒', '초', 's']);
/** Words that close a time and say no more than that it is one. */
const TIME_CLOSERS: ReadonlySet<string> = new Set(['uhr', 'h', 'hrs', 'hs', 'ч', 'น']);

/**
 * Reads the clock time that starts exactly at a token: `13:01`, `下午1点05分`, `9 pm`, `14.30 Uhr`, `08:00:00.5+08:00`. None is
 * read where it may be of another day than the one that is written: `24:00` is the end of a day or its beginning.
 */
export function readTime(tokens: readonly Token[], at: number, siteZone?: string): FoundTime | undefined {
  let next = at;
  let half = halfAt(tokens, next);
  if (half) next = half.next;
  const hour = tokens[next];
  if (hour?.kind !== 'number' || hour.digits > 2 || hour.value > 23) return undefined;
  next += 1;

  let minute = 0;
  let second: number | undefined;
  const separator = tokens[next];
  const minutes = tokens[next + 1];
  const isQuarter = minutes?.kind === 'number' && tokens[next + 2]?.text === '刻';
  if (isQuarter && HOUR_MARKS.has(separator?.text ?? '')) {
    minute = minutes.value * 15;
    next += 3;
  } else if (separator && minutes && isMinute(separator, minutes, tokens[next + 2])) {
    minute = minutes.value;
    next += 2;
    if (MINUTE_MARKS.has(tokens[next]?.text ?? '') && tokens[next]?.spaced === false) next += 1;
    const seconds = readSeconds(tokens, next, separator.text);
    if (seconds) ({ second, next } = seconds);
  } else if (separator && HOUR_MARKS.has(separator.text) && separator.text !== 'h') {
    next += 1;
    if (tokens[next]?.text === '半') {
      minute = 30;
      next += 1;
    }
  } else if (!half && !halfAt(tokens, next)) {
    return undefined;
  }

  half ??= halfAt(tokens, next);
  if (half && half.next > next) next = half.next;
  if (TIME_CLOSERS.has(tokens[next]?.text ?? '')) next += 1;
  const civil = civilHour(hour.value, half?.half);
  const time = { hour: civil ?? -1, minute, ...(second === undefined ? {} : { second }) };
  if (civil === undefined || !isRealTime(time)) return undefined;
  const zone = readZone(tokens, next, second !== undefined, siteZone);
  return zone ? { time, zone: zone.zone, next: zone.next } : { time, next };
}

function isMinuteSeparator({ text }: Token): boolean {
  return text === ':' || text === '.' || HOUR_MARKS.has(text);
}

/** Two digits behind a separator (`13:01`), or any behind a word for the hour and before one for the minute (`1時5分`). */
function isMinute(separator: Token, minutes: Token, after: Token | undefined): boolean {
  if (isMinuteSeparator(separator) && isTwoDigits(minutes)) return true;
  return HOUR_MARKS.has(separator.text) && minutes.digits === 1 && MINUTE_MARKS.has(after?.text ?? '');
}

function isTwoDigits(token: Token): boolean {
  return token.kind === 'number' && token.digits === 2;
}

function readSeconds(tokens: readonly Token[], at: number, separator: string) {
  let next = at;
  const first = tokens[next];
  if (first && (first.text === ':' || (first.text === '.' && separator === '.'))) next += 1;
  else if (!MINUTE_MARKS.has(tokens[at - 1]?.text ?? '')) return undefined;
  const seconds = tokens[next];
  // Programs that print numbers forget the nought: `23:15:0Z`.
  if (!seconds || !(isTwoDigits(seconds) || (first?.text === ':' && seconds.digits === 1))) return undefined;
  next += 1;
  if (SECOND_MARKS.has(tokens[next]?.text ?? '')) next += 1;
  const point = tokens[next];
  if (point && (point.text === '.' || point.text === ',') && !point.spaced && tokens[next + 1]?.kind === 'number')
    next += 2;
  return { second: seconds.value, next };
}

function halfAt(tokens: readonly Token[], at: number): { half: Half; next: number } | undefined {
  const text = tokens[at]?.text ?? '';
  const half = HALVES.get(text);
  if (!half) return undefined;
  if (!'apπμ'.includes(text)) return { half, next: at + 1 };
  if (tokens[at + 1]?.text !== '.' || !'mμ'.includes(tokens[at + 2]?.text ?? '-')) return undefined;
  return { half, next: tokens[at + 3]?.text === '.' ? at + 4 : at + 3 };
}

/** The hour of the day that is written; `undefined` where it is of the next day. */
function civilHour(hour: number, half: Half | undefined): number | undefined {
  switch (half) {
    case 'am':
      return hour === 12 ? 0 : hour;
    case 'pm':
      return hour < 12 ? hour + 12 : hour;
    case 'noon':
      return hour < 11 ? hour + 12 : hour;
    case 'night':
      if (hour === 12 || hour < 5) return undefined;
      return hour < 12 ? hour + 12 : hour;
    case undefined:
      return hour;
  }
}

/** `Z`, `+08:00`, `+0800`, `GMT+8`, `(UTC−3)`, `EST`, `北京时间`. */
function readZone(tokens: readonly Token[], at: number, exact: boolean, siteZone: string | undefined) {
  const open = tokens[at]?.text === '(' ? 1 : 0;
  const name = tokens[at + open];
  if (!name) return undefined;
  const close = (next: number): number => (open && tokens[next]?.text === ')' ? next + 1 : next);

  if (name.text === 'utc' || name.text === 'gmt') {
    const offset = readOffset(tokens, at + open + 1, true);
    return offset ? { zone: offset.minutes, next: close(offset.next) } : { zone: 0, next: close(at + open + 1) };
  }
  const offset = readOffset(tokens, at + open, exact);
  if (offset) return { zone: offset.minutes, next: close(offset.next) };
  const zone = name.kind === 'word' ? zoneOf(name.text, siteZone) : undefined;
  return zone === undefined ? undefined : { zone, next: close(at + open + 1) };
}

/** A signed offset. `08:00-10:00` is a span of time, so without seconds before it only four digits count. */
function readOffset(tokens: readonly Token[], at: number, exact: boolean) {
  const sign = tokens[at]?.text ?? '';
  const hours = tokens[at + 1];
  if (!(sign === '+' || sign === '-' || sign === '−') || hours?.kind !== 'number' || hours.spaced) return undefined;
  let next = at + 2;
  let minutes = 0;
  if (hours.digits === 4) {
    minutes = Math.floor(hours.value / 100) * 60 + (hours.value % 100);
  } else if (exact && hours.digits <= 2) {
    const rest = tokens[next]?.text === ':' ? tokens[next + 1] : undefined;
    if (rest && isTwoDigits(rest)) next += 2;
    minutes = hours.value * 60 + (rest && isTwoDigits(rest) ? rest.value : 0);
  } else {
    return undefined;
  }
  if (minutes > 14 * 60) return undefined;
  return { minutes: sign === '+' ? minutes : -minutes, next };
}
