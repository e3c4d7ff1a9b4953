import { asUtc, type CivilDay, isSameDay, utcDayOf } from './civil-date.ts';
import type { FoundDate } from './find-dates.ts';
import { offsetOfLocal } from './time-zones.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/**
 * Systems write UTC into their markup while readers see the publisher's clock. A shown time that is the same minute in another
 * zone gives that zone, if the page proves that it is the publisher's and not one that a script made for the reader: it names
 * its zone, the address carries its day where UTC has another, or it stands in the page's head, which no script tells for
 * the reader.
 *
 * @param shown dates in the text.
 * @param inHead dates in meta tags.
 */
export function onPublisherClock(
  stated: FoundDate,
  shown: readonly FoundDate[],
  inHead: readonly FoundDate[],
  dayInUrl: CivilDay | undefined,
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
  return stated;
}
