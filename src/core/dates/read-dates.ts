import type { ArticleWarning, Published } from '../model/article.ts';
import type { DateEvidence } from '../model/date-evidence.ts';
import { type CivilDay, daysBetween, isSameDay, utcDayOf } from './civil-date.ts';
import { zoneOfHost, zoneOfLanguage } from './country-zones.ts';
import { type DatedPlace, loosePublishedInMarkup, modifiedInMarkup, publishedInMarkup } from './date-places.ts';
import type { DateHints, FoundDate } from './find-dates.ts';
import { findDates } from './find-dates.ts';
import { monthsOf } from './months-of.ts';
import { parseDate } from './parse-date.ts';
import { onPublisherClock } from './publisher-clock.ts';
import { toPublished } from './to-published.ts';
import { dateInAddress } from './url-date.ts';
import { type ShownDate, visibleDates } from './visible-dates.ts';

export interface Dates {
  readonly published?: Published;
  readonly modified?: Published;
  readonly warnings: readonly ArticleWarning[];
}

/** The first news sites; a date before it is a story's subject, or an unset clock. */
const FIRST_YEAR = 1991;
/** An archive may date what it scanned. No paper is older: the year 1 is an empty field. */
const FIRST_NEWSPAPER = 1605;
/** Zones reach 14 hours ahead of UTC, so `tomorrow` may be today somewhere. */
const FUTURE_DAYS = 1;
/** Magazines date an issue weeks ahead; what is later is a clock or a field that nobody set. */
const ISSUE_AHEAD = 366;
const UNIX_EPOCH: CivilDay = { year: 1970, month: 1, day: 1 };
/** The score of a shown date beside the headline that is labelled or alone in its line. */
const PLAIN = 3.2;

/**
 * When the story was published and last changed, with what the user must know about it.
 *
 * @param now the moment of clipping.
 */
export function readDates(evidence: DateEvidence, now: Date): Dates {
  const { language } = evidence;
  const host = new URL(evidence.pageUrl).hostname;
  const siteZone = evidence.siteZone ?? zoneOfHost(host);
  // What settles an abbreviation with two meanings: a page in Chinese may be of anywhere, but its `CST` is not Chicago's.
  const nameZone = siteZone ?? (/^zh\b/.test(language) ? 'Asia/Shanghai' : undefined);
  const hints: DateHints = {
    monthFirst: orderOnPage(evidence) ?? readsMonthFirst(host, language),
    latest: utcDayOf(now.getTime() + FUTURE_DAYS * 86_400_000),
    ...(nameZone === undefined ? {} : { siteZone: nameZone }),
    countsFromRepublic: /\.tw$/.test(host) || /^zh-(?:tw|hant)/.test(language),
    ...(evidence.manyMonths ? { months: monthsOf(language) } : {}),
  };
  const inMarkup = publishedInMarkup(evidence, hints);
  const inUrl = dateInAddress(evidence, now);
  const modified = modifiedInMarkup(evidence, hints);
  const likely = (from: readonly DatedPlace[]): DatedPlace | undefined =>
    from.find(({ found }) => isLikely(found, now));

  const shown = visibleDates(evidence, hints, 'near');
  const told = toldPublication(shown, inMarkup, modified, now);
  // Reading text is slow, so a place is read only where those before it left the time or the zone open.
  const places = [...datesOfRule(evidence, hints), ...(told ? [told] : []), ...inMarkup];
  places.push(...shown.filter(({ score }) => score >= PLAIN));
  if (!hasTime(likely(places)))
    places.push(...loosePublishedInMarkup(evidence, hints), ...datesOfScripts(evidence, hints));
  places.push(...shown);
  if (!likely(places)) places.push(...visibleDates(evidence, hints, 'far'));
  if (inUrl) places.push({ found: inUrl, origin: 'url' });
  // What only the text says of a day before the web is the story's subject.
  const first = likely(places) ?? places.find((place) => isPossible(place, now));
  const chosen = first && unswapped(first, [...places, ...(modified ? [modified] : [])]);
  const warnings: ArticleWarning[] = [];
  if (!chosen) warnings.push('date-unknown');
  else if (daysBetween(utcDayOf(now.getTime()), chosen.found.day) > FUTURE_DAYS) warnings.push('date-future');
  if (chosen && inMarkup.some(({ found }) => Math.abs(daysBetween(found.day, chosen.found.day)) > 1))
    warnings.push('date-conflict');
  const plain = plainDay(shown, evidence);
  const languageZone = zoneOfLanguage(language);
  const local = (found: FoundDate): FoundDate =>
    onPublisherClock(found, {
      shown: shown.map((place) => place.found),
      inHead: found.zone === 0 ? loosePublishedInMarkup(evidence, hints).map((place) => place.found) : [],
      ...(inUrl ? { dayInUrl: inUrl.day } : {}),
      ...(plain ? { plainDay: plain } : {}),
      ...(siteZone === undefined ? {} : { siteZone }),
      ...(languageZone === undefined ? {} : { languageZone }),
    });
  const published = chosen ? toPublished(local(refine(chosen, places)), siteZone, chosen.origin) : undefined;
  if (published && published.precision !== 'day' && published.zone === 'none') warnings.push('date-zone-unknown');
  return {
    ...(published ? { published } : {}),
    ...(modified ? { modified: toPublished(modified.found, siteZone, modified.origin) } : {}),
    warnings,
  };
}

/**
 * Returns the date beside the headline where the markup states another day: programs stamp builds and changes. Skips a date
 * that the markup calls a change.
 */
function toldPublication(
  shown: readonly ShownDate[],
  inMarkup: readonly DatedPlace[],
  modified: DatedPlace | undefined,
  now: Date,
): ShownDate | undefined {
  const told = shown.find(
    ({ found, score, role, origin }) =>
      isLikely(found, now) &&
      score >= PLAIN &&
      (role === 'published' || (role === 'unknown' && origin === 'page-text')),
  );
  if (!told || told.found.swappable || told.found.shortYear || inMarkup.length === 0) return undefined;
  const isNear = ({ found }: DatedPlace): boolean => Math.abs(daysBetween(found.day, told.found.day)) <= 1;
  if (inMarkup.some(isNear)) return undefined;
  // A later day may be that of an event.
  if (told.role !== 'published' && inMarkup.some(({ found }) => daysBetween(found.day, told.found.day) > 0))
    return undefined;
  return modified && isNear(modified) ? undefined : told;
}

/** `03/04/2024` with day and month the other way round, where another place of the page states that day. */
function unswapped(chosen: DatedPlace, others: readonly DatedPlace[]): DatedPlace {
  const { found } = chosen;
  if (!found.swappable) return chosen;
  const day = { ...found.day, month: found.day.day, day: found.day.month };
  const stated = others.map((other) => other.found).filter((other) => !other.swappable);
  const isStated = (wanted: CivilDay): boolean => stated.some((other) => Math.abs(daysBetween(other.day, wanted)) <= 1);
  return isStated(day) && !isStated(found.day) ? { ...chosen, found: { ...found, day } } : chosen;
}

/** The day beside the headline, unless it is in an element for moments, which scripts fill in for the reader's zone. */
function plainDay(shown: readonly ShownDate[], { marks }: DateEvidence): CivilDay | undefined {
  const timed = new Set(marks.filter(({ isTime }) => isTime).map(({ line }) => line));
  return shown.find(
    ({ found, score, role, origin, line }) =>
      origin === 'page-text' &&
      score >= PLAIN &&
      role !== 'modified' &&
      !found.time &&
      !found.swappable &&
      !timed.has(line),
  )?.found.day;
}

function datesOfRule({ siteText }: DateEvidence, hints: DateHints): DatedPlace[] {
  const found = findDates(siteText, hints)[0];
  return found ? [{ found, origin: 'site-rule' }] : [];
}

function datesOfScripts({ scripts }: DateEvidence, hints: DateHints): DatedPlace[] {
  return scripts.flatMap((value) => {
    const found = parseDate(value, hints);
    return found ? [{ found, origin: 'script' as const }] : [];
  });
}

function isLikely({ day }: FoundDate, now: Date): boolean {
  return day.year >= FIRST_YEAR && daysBetween(utcDayOf(now.getTime()), day) <= FUTURE_DAYS;
}

/** Whether a place that is not likely may be right: an archive's, or an issue that is dated ahead. */
function isPossible({ found: { day }, origin }: DatedPlace, now: Date): boolean {
  if (daysBetween(utcDayOf(now.getTime()), day) > ISSUE_AHEAD) return false;
  const isEmpty =
    Math.abs(daysBetween(UNIX_EPOCH, day)) <= 1 || (day.year === 1900 && day.month === 1 && day.day === 1);
  return !isEmpty && day.year >= (origin === 'page-text' ? FIRST_YEAR : FIRST_NEWSPAPER);
}

function hasTime(place: DatedPlace | undefined): boolean {
  return place?.found.time !== undefined && place.found.zone !== undefined;
}

/** A bare day takes its time, and a time its offset, from another place of the page that states the same and more. */
function refine(chosen: DatedPlace, places: readonly DatedPlace[]): FoundDate {
  const { found } = chosen;
  if (found.time && found.zone !== undefined) return found;
  const fuller = places.find(({ found: other }) => isSameDay(other.day, found.day) && completes(other, found));
  return fuller?.found ?? found;
}

function completes(other: FoundDate, found: FoundDate): boolean {
  if (!found.time) return other.time !== undefined;
  const { hour, minute } = found.time;
  return other.zone !== undefined && other.time?.hour === hour && other.time.minute === minute;
}

/** A numeric date that can be read in one order only. */
const DAY_OVER_12 = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g;

/** Returns whether the page writes the month first, by its other numeric dates; `undefined` where they disagree or none tells. */
function orderOnPage({ lines }: DateEvidence): boolean | undefined {
  const orders = new Set<boolean>();
  for (const { text } of lines) {
    for (const [, first, second] of text.matchAll(DAY_OVER_12)) {
      const isOver = [Number(first) > 12, Number(second) > 12];
      if (isOver[0] !== isOver[1]) orders.add(isOver[1] === true);
    }
  }
  return orders.size === 1 ? orders.has(true) : undefined;
}

/** Americans write the month first; so do Filipinos, and sites in English that do not say where they are. */
function readsMonthFirst(host: string, language: string): boolean {
  const domain = host.slice(host.lastIndexOf('.') + 1);
  if (language === 'en-us' || language === 'en-ph') return true;
  const isEnglish = language === '' || language === 'en';
  return isEnglish && ['com', 'org', 'net', 'us', 'gov', 'edu', 'mil', 'ph', 'tv', 'info'].includes(domain);
}
