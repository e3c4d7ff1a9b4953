import { utcDayOf } from '../core/dates/civil-date.ts';
import { zoneOfHost } from '../core/dates/country-zones.ts';
import type { DateHints, FoundDate } from '../core/dates/find-dates.ts';
import { monthsOf } from '../core/dates/months-of.ts';
import { parseDate } from '../core/dates/parse-date.ts';
import { offsetAt } from '../core/dates/time-zones.ts';
import { toPublished } from '../core/dates/to-published.ts';
import type { Published } from '../core/model/article.ts';

const DAY = 86_400_000;
/** `16 Jul 21 14:01`: two digits are a year in RFC 822, and in RSS. */
const SHORT_YEAR = /^((?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3}\s+)(\d\d)(?=\s+\d\d:)/i;

/** Clocks of servers differ by minutes. */
const CLOCK_SKEW = 10 * 60_000;

export interface DateContext {
  /** The story's address, else the feed's. */
  readonly url: string;
  /** BCP 47; empty where unknown. */
  readonly language: string;
  /** IANA zone in which the feed writes its times, where the subscription or a publisher rule names it. */
  readonly zone?: string | undefined;
  readonly now: Date;
}

/**
 * The date of a feed's item as its publisher meant it. A time without a zone is on the publisher's clock, never on this
 * machine's. `CST` is China's time in a feed of China, and North America's (RFC 822) elsewhere.
 *
 * @param text as the feed states it: RFC 822, RFC 3339, `2021年7月16日 14:01`, whatever.
 * @returns undefined where it holds no date.
 */
export function readFeedDate(text: string, { url, language, zone, now }: DateContext): Published | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const siteZone = zone ?? zoneOfHost(host);
  const hints: DateHints = {
    monthFirst: /^en(?:-us|-ph)?$/i.test(language),
    latest: utcDayOf(now.getTime() + DAY),
    months: monthsOf(language.toLowerCase()),
    ...zoneHint(zoneOfLanguage(language) ?? siteZone),
  };
  const found = parseDate(withWholeYear(text.trim()), hints);
  return found && toPublished(onFeedClock(found, siteZone, now), siteZone, 'feed');
}

/** Years from 70 on are of the last century (RFC 2822, 4.3, puts the limit at 50; no feed is older than RSS). */
function withWholeYear(text: string): string {
  return text.replace(SHORT_YEAR, (_, start: string, year: string) => `${start}${Number(year) < 70 ? 20 : 19}${year}`);
}

/** Settles abbreviations with two meanings, and nothing else. */
function zoneHint(siteZone: string | undefined): Pick<DateHints, 'siteZone'> {
  return siteZone === undefined ? {} : { siteZone };
}

/** A feed in Chinese may be of anywhere, but its `CST` is not Chicago's. */
function zoneOfLanguage(language: string): string | undefined {
  return /^zh\b/i.test(language) ? 'Asia/Shanghai' : undefined;
}

/**
 * Programs write the publisher's clock and call it UTC. No story is published in the future: where taking a time for
 * the publisher's own puts it into the past, it is meant so; where that cannot be known, the day alone is.
 */
function onFeedClock(found: FoundDate, siteZone: string | undefined, now: Date): FoundDate {
  const { time, zone, ...day } = found;
  if (!time || zone !== 0) return found;
  const instant = Date.UTC(day.day.year, day.day.month - 1, day.day.day, time.hour, time.minute, time.second ?? 0);
  if (instant <= now.getTime() + CLOCK_SKEW) return found;
  if (siteZone === undefined) return day;
  const offset = offsetAt(siteZone, instant) ?? 0;
  const isPast = instant - offset * 60_000 <= now.getTime() + CLOCK_SKEW;
  return isPast ? { ...day, time } : found;
}
