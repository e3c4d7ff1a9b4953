import { isRealDay } from './dates/civil-date.ts';
import type { FoundDate } from './dates/find-dates.ts';

/** `/2021/07/16/`, `/2021-07-16/`, `/20210716/`, `/2021/0716/`, `story20210716-1169686`: year, month and day in a path. */
const DAY_IN_PATH =
  /(?:^|[^\d])((?:19|20)\d\d)([-_/.]?)(0[1-9]|1[0-2]|[1-9](?=[-_/]))[-_/.]?([0-2]\d|3[01]|[1-9](?!\d))(?!\d)/;

/** The day that an address carries, where it carries a whole one. */
export function dateInUrl(url: URL): FoundDate | undefined {
  const match = DAY_IN_PATH.exec(url.pathname);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  if (!isRealDay(day)) return undefined;
  return { day, swappable: false, shortYear: false, start: match.index, end: match.index + match[0].length };
}
