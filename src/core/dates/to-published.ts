import type { Origin, Published } from '../model/article.ts';
import { asUtc, isoDay, isoOffset, isoTime, utcDayOf } from './civil-date.ts';
import type { FoundDate } from './find-dates.ts';
import { offsetAt, offsetOfLocal } from './time-zones.ts';

/**
 * A found date in the publisher's own day and offset. A time given in UTC by a site whose zone is known is the same instant
 * on the publisher's clock; a time without a zone takes the site's zone, or keeps none.
 */
export function toPublished(found: FoundDate, siteZone: string | undefined, origin: Origin): Published {
  const { day, time } = found;
  if (!time) return { value: isoDay(day), precision: 'day', zone: 'none', origin };
  const precision = time.second === undefined ? 'minute' : 'second';
  const stated = typeof found.zone === 'string' ? offsetOfLocal(found.zone, day, time) : found.zone;
  if (stated !== undefined) {
    const instant = asUtc(day, time) - stated * 60_000;
    const local = stated === 0 && siteZone !== undefined ? offsetAt(siteZone, instant) : undefined;
    return { value: isoAt(instant, local ?? stated), instant, precision, zone: 'stated', origin };
  }
  const known = siteZone === undefined ? undefined : offsetOfLocal(siteZone, day, time);
  if (known === undefined) return { value: `${isoDay(day)}T${isoTime(time)}`, precision, zone: 'none', origin };
  const instant = asUtc(day, time) - known * 60_000;
  return { value: isoAt(instant, known), instant, precision, zone: 'site', origin };
}

function isoAt(instant: number, offset: number): string {
  const local = new Date(instant + offset * 60_000);
  const time = { hour: local.getUTCHours(), minute: local.getUTCMinutes(), second: local.getUTCSeconds() };
  return `${isoDay(utcDayOf(local.getTime()))}T${isoTime(time)}${isoOffset(offset)}`;
}
