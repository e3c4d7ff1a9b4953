import { asUtc, type CivilDay, daysBetween, isSameDay, utcDayOf } from './civil-date.ts';
import type { FoundDate } from './find-dates.ts';
import { offsetAt, offsetOfLocal } from './time-zones.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** From this hour of UTC on it is tomorrow somewhere (Auckland), before it yesterday (Honolulu). */
const NEXT_DAY_FROM = 10;

/** What else a page says of its publisher's day and clock. */
export interface ClockEvidence {
  /** Dates in the text. */
  readonly shown: readonly FoundDate[];
  /** Dates in meta tags. */
  readonly inHead: readonly FoundDate[];
  readonly dayInUrl?: CivilDay;
  /** The day beside the headline that is text and has no time. */
  readonly plainDay?: CivilDay;
  /** IANA zone of the site. */
  readonly siteZone?: string;
  /** IANA zone of the country that the page's language is of. */
  readonly languageZone?: string;
}

/**
 * Systems write UTC into their markup while readers see the publisher's clock. A shown time that is the same minute in another
 * zone yields that zone, if the page proves that it is the publisher's and not one that a script made for the reader: it names
 * its zone, it is the clock of the site's country or of the page's language, the address carries its day where UTC has
 * another, or it is in the page's head, which no script fills in for the reader.
 *
 * Programs also call the publisher's clock UTC: where the site's zone would make it another day than the one that readers
 * see, no zone is assumed. On a page that shows no clock, the address or the plain day beside the headline is the publisher's day.
 */
export function onPublisherClock(
  stated: FoundDate,
  { shown, inHead, dayInUrl, plainDay, siteZone, languageZone }: ClockEvidence,
): FoundDate {
  if (stated.zone !== 0 || !stated.time) return stated;
  const instant = asUtc(stated.day, { ...stated.time, second: 0 });
  for (const date of [...shown, ...inHead]) {
    const { day, time, zone } = date;
    if (!time) continue;
    const gap = asUtc(day, { ...time, second: 0 }) - instant;
    const named = typeof zone === 'string' ? offsetOfLocal(zone, day, time) : zone;
    const isNamed = named !== undefined && named !== 0 && named * MINUTE === gap;
    const isInUrl = dayInUrl !== undefined && isSameDay(day, dayInUrl) && !isSameDay(day, utcDayOf(instant));
    const expected = siteZone ?? languageZone;
    const isAtHome = expected !== undefined && (offsetOfLocal(expected, day, time) ?? 0) * MINUTE === gap && gap !== 0;
    const isLocal = zone === undefined && (isInUrl || inHead.includes(date) || isAtHome);
    if (gap % QUARTER === 0 && Math.abs(gap) <= 14 * 60 * MINUTE && (isNamed || isLocal)) {
      return {
        ...stated,
        day,
        time: { ...time, ...(stated.time.second === undefined ? {} : { second: stated.time.second }) },
        zone: gap / MINUTE,
      };
    }
  }
  const offset = siteZone === undefined ? undefined : offsetAt(siteZone, instant);
  if (offset !== undefined) {
    const atSite = utcDayOf(instant + offset * MINUTE);
    const days = [
      ...shown.filter(({ zone }) => zone === undefined).map(({ day }) => day),
      ...(dayInUrl ? [dayInUrl] : []),
    ];
    const isSeen = (day: CivilDay): boolean => days.some((seen) => isSameDay(seen, day));
    // Midnight at the site is a day that was stated without a time.
    const isMidnight = (instant + offset * MINUTE) % DAY === 0;
    if (isMidnight || isSeen(atSite) || !isSeen(stated.day)) return stated;
    const { zone, ...clock } = stated;
    return clock;
  }
  const told = dayInUrl ?? plainDay;
  const isNeighbour = told && daysBetween(stated.day, told) === (stated.time.hour < NEXT_DAY_FROM ? -1 : 1);
  if (!isNeighbour) return stated;
  const { time, zone, ...bare } = stated;
  return { ...bare, day: told };
}
