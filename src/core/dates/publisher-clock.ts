import { asUtc, type CivilDay, daysBetween, isSameDay, utcDayOf } from './civil-date.ts';
import type { FoundDate } from './find-dates.ts';
import { offsetAt, offsetOfLocal } from './time-zones.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** From this hour of UTC on it is tomorrow somewhere (Auckland), before it yesterday (Honolulu). */
const NEXT_DAY_FROM = 10;

/**
 * Systems write UTC into their markup while readers see the publisher's clock. A shown time that is the same minute in another
 * zone yields that zone, if the page proves that it is the publisher's and not one that a script made for the reader: it names
 * its zone, the address carries its day where UTC has another, or it is in the page's head, which no script fills in for
 * the reader.
 *
 * Programs also call the publisher's clock UTC: where the site's zone would make it another day than the one that readers
 * see, no zone is assumed. On a page that shows no clock, the address or the plain day beside the headline is the publisher's day.
 *
 * @param shown dates in the text.
 * @param inHead dates in meta tags.
 * @param plainDay the day beside the headline that is text and has no time.
 * @param siteZone IANA zone of the site, where known.
 */
export function onPublisherClock(
  stated: FoundDate,
  shown: readonly FoundDate[],
  inHead: readonly FoundDate[],
  dayInUrl: CivilDay | undefined,
  plainDay: CivilDay | undefined,
  siteZone: string | undefined,
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
    const isLocal = zone === undefined && (isInUrl || inHead.includes(date));
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
