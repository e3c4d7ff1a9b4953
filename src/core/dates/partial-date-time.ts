/** A day of the calendar, as far as known with its wall-clock time and that clock's offset. */
export interface PartialDateTime {
  /** `YYYY-MM-DD`, on the clock that gave the dateTime. */
  readonly day: string;
  /** `HH:mm:ss` on the same clock; absent where only the day is known. */
  readonly time?: string;
  /** The clock's offset from UTC as it was written, `Z` or `+08:00`; absent where it is not known. */
  readonly zone?: string;
}

const MINUTE = 60_000;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Reads an ISO 8601 day, date-time or date-time with offset. Modules of a second are dropped: no program that takes the
 * posts keeps them.
 *
 * @returns nothing where the text is another thing, or names a day, time or offset that does not exist: a post named
 * `2021-13-45-….md` stops a Jekyll build.
 */
export function parsePartialDateTime(text: string): PartialDateTime | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', minutes, seconds = '00', written] = match;
  if (!isCalendarDay(day)) return undefined;
  if (minutes === undefined) return written === undefined ? { day } : undefined;
  const time = `${minutes}:${seconds}`;
  if (!isClockTime(time)) return undefined;
  if (written === undefined) return { day, time };
  const zone = written === 'Z' ? 'Z' : `${written.slice(0, 3)}:${written.slice(-2)}`;
  return Math.abs(minutesEast(zone)) < 24 * 60 ? { day, time, zone } : undefined;
}

/** The dateTime that a clock `offset` minutes east of UTC shows at an instant (Unix milliseconds). */
export function dateTimeAt(instant: number, offset: number): PartialDateTime {
  const shown = new Date(instant + offset * MINUTE).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 19), zone: zoneText(offset) };
}

/** Unix milliseconds of a dateTime; nothing where its time or its zone is not known. */
export function instantOf({ day, time, zone }: PartialDateTime): number | undefined {
  if (time === undefined || zone === undefined) return undefined;
  return Date.parse(`${day}T${time}Z`) - minutesEast(zone) * MINUTE;
}

/**
 * The same instant on the clock of an IANA zone. A dateTime that fixes no instant is given back as it is: moving figures
 * whose zone is unknown would only make them wrong.
 *
 * @throws RangeError where the zone is not known to `Intl`.
 */
export function inZone(dateTime: PartialDateTime, zone: string): PartialDateTime {
  const instant = instantOf(dateTime);
  return instant === undefined ? dateTime : dateTimeAt(instant, offsetAt(instant, zone));
}

/** The same instant with the zone `Z`, or the dateTime as it is where it fixes no instant. */
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

/** Whether `Intl` knows a zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).format(0) !== '';
  } catch {
    return false; // RangeError is how Intl says no
  }
}

/** Minutes that the clocks of an IANA zone stand east of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(shown.find((p) => p.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / MINUTE);
}

function minutesEast(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}

function zoneText(offset: number): string {
  const minutes = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isCalendarDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}

function isClockTime(time: string): boolean {
  const [hour = 99, minute = 99, second = 99] = time.split(':').map(Number);
  return hour < 24 && minute < 60 && second < 60;
}
