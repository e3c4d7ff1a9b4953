import { isoDay, isoOffset, isoTime, isRealDay, isRealTime } from './civil-date.ts';
import { offsetAt } from './time-zones.ts';

/** A day of the calendar, as far as known with its wall-clock time and that clock's offset. */
export interface PartialDateTime {
  /** `YYYY-MM-DD`, on the clock that the text shows. */
  readonly day: string;
  /** `HH:mm:ss` on the same clock; absent where only the day is known. */
  readonly time?: string;
  /** The clock's offset from UTC as it was written, `Z` or `+08:00`; absent where it is unknown. */
  readonly zone?: string;
}

const MINUTE = 60_000;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?[0-5]\d)?$/;

/**
 * Reads an ISO 8601 day, date-time or date-time with offset. Fractions of a second are dropped: no program that takes the
 * posts keeps them.
 *
 * @returns `undefined` where the text is something else, or names a day, time or offset that does not exist: a post named
 * `2021-13-45-….md` stops a Jekyll build.
 */
export function parsePartialDateTime(text: string): PartialDateTime | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, date, hour, minute, second = '00', written] = match;
  const civilDay = { year: Number(year), month: Number(month), day: Number(date) };
  if (!isRealDay(civilDay)) return undefined;
  const day = isoDay(civilDay);
  if (hour === undefined) return written === undefined ? { day } : undefined;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  if (!isRealTime(clock)) return undefined;
  const time = isoTime(clock);
  if (written === undefined) return { day, time };
  const zone = written === 'Z' ? 'Z' : `${written.slice(0, 3)}:${written.slice(-2)}`;
  return Math.abs(minutesEast(zone)) < 24 * 60 ? { day, time, zone } : undefined;
}

/** The date-time that a clock `offset` minutes east of UTC shows at an instant (Unix milliseconds). */
export function dateTimeAt(instant: number, offset: number): PartialDateTime {
  const shown = new Date(instant + offset * MINUTE).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 19), zone: isoOffset(offset) };
}

/** Unix milliseconds of a date-time; `undefined` where its time or its zone is not known. */
export function instantOf({ day, time, zone }: PartialDateTime): number | undefined {
  if (time === undefined || zone === undefined) return undefined;
  return Date.parse(`${day}T${time}Z`) - minutesEast(zone) * MINUTE;
}

/**
 * The same instant on the clock of an IANA zone. Returns a date-time that fixes no instant unchanged: moving figures whose
 * zone is unknown makes them wrong.
 *
 * @throws RangeError where the zone is not known to `Intl`.
 */
export function inZone(dateTime: PartialDateTime, zone: string): PartialDateTime {
  const instant = instantOf(dateTime);
  if (instant === undefined) return dateTime;
  const offset = offsetAt(zone, instant);
  if (offset === undefined) throw new RangeError(`Intl knows no time zone ${zone}`);
  return dateTimeAt(instant, offset);
}

/** The same instant with the zone `Z`, or the date-time unchanged where it fixes no instant. */
export function inUtc(dateTime: PartialDateTime): PartialDateTime {
  const instant = instantOf(dateTime);
  return instant === undefined ? dateTime : { ...dateTimeAt(instant, 0), zone: 'Z' };
}

/** ISO 8601 with as much as is known: `2021-07-16`, `2021-07-16T13:01:00` or `2021-07-16T13:01:00+08:00`. */
export function isoOf(dateTime: PartialDateTime): string {
  return `${wallClockOf(dateTime)}${dateTime.zone ?? ''}`;
}

/** ISO 8601 without zone: `2021-07-16T13:01:00`, or the day alone. */
export function wallClockOf({ day, time }: PartialDateTime): string {
  return time === undefined ? day : `${day}T${time}`;
}

/** Returns whether `Intl` knows a zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).format(0) !== '';
  } catch {
    return false; // RangeError is how Intl says no
  }
}

/** Minutes east of UTC of a written offset: `Z`, `+08:00`. */
export function minutesEast(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}
