import type { DateEvidence } from '../model/date-evidence.ts';
import { type CivilDay, isRealDay } from './civil-date.ts';
import type { FoundDate } from './find-dates.ts';
import { englishMonths } from './month-names.ts';

/** `/2021/07/16/`, `/2021/WORLD/07/16/`, `/2021-07-16/`, `/20210716/`, `/2021/0716/`, `story20210716-1169686`; no longer number around it. */
const YEAR_FIRST =
  /(?:^|[^\d])((?:19|20)\d\d)(?:[-_/.]|\/[A-Za-z]+\/)?(0[1-9]|1[0-2]|[1-9](?=[-_/]))[-_/.]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/;
/** `/2021/jul/16/` */
const NAMED_MONTH = /\/((?:19|20)\d\d)\/([a-z]{3})\/(0?[1-9]|[12]\d|3[01])(?!\d)/;
/** `/16-07-2021` */
const DAY_FIRST = /(?:^|[^\d])(0[1-9]|[12]\d|3[01])[-_.](0[1-9]|1[0-2])[-_.]((?:19|20)\d\d)(?!\d)/;
/** No web address is older than the web; a story number may look so. */
const FIRST_YEAR = 1991;

/** The day that the page's address carries, or the one that the page calls its own, where it is a whole day. */
export function dateInAddress({ pageUrl, canonical }: DateEvidence, now: Date): FoundDate | undefined {
  for (const one of [pageUrl, canonical]) {
    const found = URL.canParse(one) ? dateInUrl(new URL(one), now) : undefined;
    if (found) return found;
  }
  return undefined;
}

function dateInUrl(url: URL, now: Date): FoundDate | undefined {
  const first = YEAR_FIRST.exec(url.pathname);
  const named = NAMED_MONTH.exec(url.pathname);
  const last = DAY_FIRST.exec(url.pathname);
  const day = first
    ? dayFrom(first[1], first[2], first[3])
    : named
      ? dayFrom(named[1], `${englishMonths().get(named[2] ?? '')}`, named[3])
      : last
        ? dayFrom(last[3], last[2], last[1])
        : undefined;
  if (!day || !isRealDay(day) || day.year < FIRST_YEAR || day.year > now.getUTCFullYear()) return undefined;
  return { day, swappable: false, shortYear: false, start: 0, end: url.pathname.length };
}

function dayFrom(year = '', month = '', day = ''): CivilDay {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
