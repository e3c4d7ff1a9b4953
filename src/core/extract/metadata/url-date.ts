import { type CivilDay, isRealDay } from './dates/civil-date.ts';
import type { FoundDate } from './dates/find-dates.ts';

/** `/2021/07/16/`, `/2021-07-16/`, `/20210716/`, `/2021/0716/`, `story20210716-1169686`; no longer number around it. */
const YEAR_FIRST =
  /(?:^|[^\d])((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2]|[1-9](?=[-_/]))[-_/.]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/;
/** `/16-07-2021` */
const DAY_FIRST = /(?:^|[^\d])(0[1-9]|[12]\d|3[01])[-_.](0[1-9]|1[0-2])[-_.]((?:19|20)\d\d)(?!\d)/;
/** No web address is older than the web; a story number may look so. */
const FIRST_YEAR = 1991;

/** The day that an address carries, where it carries a whole one. */
export function dateInUrl(url: URL, now: Date): FoundDate | undefined {
  const first = YEAR_FIRST.exec(url.pathname);
  const last = first ? undefined : DAY_FIRST.exec(url.pathname);
  const day = first ? dayFrom(first[1], first[2], first[3]) : last ? dayFrom(last[3], last[2], last[1]) : undefined;
  if (!day || !isRealDay(day) || day.year < FIRST_YEAR || day.year > now.getUTCFullYear()) return undefined;
  return { day, swappable: false, shortYear: false, start: 0, end: url.pathname.length };
}

function dayFrom(year = '', month = '', day = ''): CivilDay {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
