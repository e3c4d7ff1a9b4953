import { utcDayOf } from './civil-date.ts';
import { type DateHints, type FoundDate, findDates } from './find-dates.ts';
import { minutesEast, parsePartialDateTime } from './partial-date-time.ts';

const DIGITS_ONLY = /^\d+$/;
/** What JavaScript, PHP and .NET leave around a timestamp. */
const WRAPPER = /^\/?Date\((-?\d{9,14})[)+-]/i;
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

/** The longest offset that a date is written with. */
const MAX_OFFSET = 14 * 60;

/** Reads the commonest form, to the second (RFC 3339 section 5.6), without cutting it into tokens. */
function fromExact(text: string): FoundDate | undefined {
  if (text.charAt(4) !== '-' || text.charAt(16) !== ':') return undefined;
  const iso = parsePartialDateTime(text);
  if (iso?.time === undefined) return undefined;
  const [year = 0, month = 0, date = 0] = iso.day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = iso.time.split(':').map(Number);
  const found = { day: { year, month, day: date }, time: { hour, minute, second }, ...NOWHERE, end: iso.day.length };
  if (iso.zone === undefined) return found;
  const zone = minutesEast(iso.zone);
  return Math.abs(zone) < MAX_OFFSET ? { ...found, zone } : undefined;
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
