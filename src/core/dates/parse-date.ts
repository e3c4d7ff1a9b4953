import { isRealDay, utcDayOf } from './civil-date.ts';
import { type DateHints, type FoundDate, findDates } from './find-dates.ts';

const DIGITS_ONLY = /^\d+$/;
/** What JavaScript, PHP and .NET leave around a timestamp. */
const WRAPPER = /^\/?Date\((-?\d{9,14})[)+-]/i;
/** The form that most markup states, to the second (RFC 3339 section 5.6, also with a space or without an offset). */
const EXACT =
  /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?(?:(Z)|([+-])(0\d|1[0-3]):?([0-5]\d))?$/;
const NOWHERE = { swappable: false, shortYear: false, start: 0 };

/**
 * Reads a value that is meant to be one date: an attribute, a JSON string, a script variable.
 * Takes Unix seconds (10 digits) and milliseconds (13), `20210716`, `20210716130100`, and everything `findDates` reads.
 */
export function parseDate(value: string, hints: DateHints): FoundDate | undefined {
  const text = value.trim().slice(0, 120);
  const wrapped = WRAPPER.exec(text)?.[1];
  if (wrapped !== undefined) return fromInstant(Number(wrapped), text.length);
  if (!DIGITS_ONLY.test(text)) return fromExact(text) ?? findDates(text, hints)[0];
  if (text.length === 10) return fromInstant(Number(text) * 1000, text.length);
  if (text.length === 13) return fromInstant(Number(text), text.length);
  if (text.length === 8 || text.length === 12 || text.length === 14) return fromCompact(text, hints);
  return undefined;
}

/** What `findDates` gives for the commonest form, without cutting it into words. */
function fromExact(text: string): FoundDate | undefined {
  const match = EXACT.exec(text);
  if (!match) return undefined;
  const [, year, month, date, hour, minute, second, utc, sign, hours, minutes] = match;
  const day = { year: Number(year), month: Number(month), day: Number(date) };
  if (!isRealDay(day)) return undefined;
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const zone = utc || sign ? { zone: sign === '-' ? 0 - size : size } : {};
  return { day, time, ...zone, ...NOWHERE, end: 'YYYY-MM-DD'.length };
}

function fromInstant(instant: number, end: number): FoundDate | undefined {
  if (!(instant > 0 && instant < 32_503_680_000_000)) return undefined;
  const date = new Date(instant);
  const time = { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() };
  return { day: utcDayOf(instant), time, zone: 0, end, ...NOWHERE };
}

function fromCompact(digits: string, hints: DateHints): FoundDate | undefined {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const clock = digits.slice(8).match(/\d\d/g)?.join(':');
  const found = findDates(clock ? `${day} ${clock}` : day, hints)[0];
  return found ? { ...found, end: digits.length } : undefined;
}
