/** A day of the Gregorian calendar, without a zone. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A clock reading, without a zone. `second` is absent where the text has none. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

const DAY = 86_400_000;

/** Returns true for a day that exists: 2024-02-29, but not 2024-02-30 or month 13. */
export function isRealDay({ year, month, day }: CivilDay): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Returns true for a clock reading that exists. Refuses 60, a leap second: no publisher means it. */
export function isRealTime({ hour, minute, second = 0 }: ClockTime): boolean {
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}

/** Unix milliseconds of a day and clock time read as UTC. */
export function asUtc(day: CivilDay, time: ClockTime = { hour: 0, minute: 0 }): number {
  return Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute, time.second ?? 0);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return Math.round((asUtc(to) - asUtc(from)) / DAY);
}

/** The UTC day of an instant. */
export function utcDayOf(instant: number): CivilDay {
  const date = new Date(instant);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function isSameDay(a: CivilDay, b: CivilDay): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** `2021-07-16` */
export function isoDay({ year, month, day }: CivilDay): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** `13:01:00` */
export function isoTime({ hour, minute, second = 0 }: ClockTime): string {
  return `${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

/** Minutes east of UTC as `+08:00`; zero is `+00:00`. */
export function isoOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
