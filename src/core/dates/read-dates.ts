import type { ArticleWarning, Published } from '../model/article.ts';
import type { DateEvidence } from '../model/date-evidence.ts';
import { daysBetween, isSameDay, utcDayOf } from './civil-date.ts';
import { zoneOfHost } from './country-zones.ts';
import { type DatedPlace, loosePublishedInMarkup, modifiedInMarkup, publishedInMarkup } from './date-places.ts';
import type { DateHints, FoundDate } from './find-dates.ts';
import { findDates } from './find-dates.ts';
import { monthsOf } from './months-of.ts';
import { parseDate } from './parse-date.ts';
import { onPublisherClock } from './publisher-clock.ts';
import { toPublished } from './to-published.ts';
import { dateInAddress } from './url-date.ts';
import { visibleDates } from './visible-dates.ts';

export interface Dates {
  readonly published?: Published;
  readonly modified?: Published;
  readonly warnings: readonly ArticleWarning[];
}

/** The first news sites; a date before it is a story's subject, or an unset clock. */
const FIRST_YEAR = 1991;
/** Zones reach 14 hours ahead of UTC, so `tomorrow` may be today somewhere. */
const FUTURE_DAYS = 1;
/** The score of a shown date that stands where readers look for it: beside the headline and labelled, or alone in its line. */
const PLAIN = 3.2;

/**
 * When the story was published and last changed, with what the user must know about it.
 *
 * @param now the moment of clipping.
 */
export function readDates(evidence: DateEvidence, now: Date): Dates {
  const { language } = evidence;
  const host = new URL(evidence.address).hostname;
  const siteZone = evidence.siteZone ?? zoneOfHost(host);
  const hints: DateHints = {
    monthFirst: readsMonthFirst(host, language),
    latest: utcDayOf(now.getTime() + FUTURE_DAYS * 86_400_000),
    ...(siteZone === undefined ? {} : { siteZone }),
    ...(evidence.manyMonths ? { months: monthsOf(language) } : {}),
  };
  const inMarkup = publishedInMarkup(evidence, hints);
  const inUrl = dateInAddress(evidence, now);
  const likely = (from: readonly DatedPlace[]): DatedPlace | undefined =>
    from.find(({ found }) => isLikely(found, now));

  // Reading text is dear, so a place is only asked where those before it left something open.
  const places = [...datesOfRule(evidence, hints), ...inMarkup];
  const shown = hasOffset(likely(places)) ? [] : visibleDates(evidence, hints, 'near');
  places.push(...shown.filter(({ score }) => score >= PLAIN));
  if (!hasTime(likely(places)))
    places.push(...loosePublishedInMarkup(evidence, hints), ...datesOfScripts(evidence, hints));
  places.push(...shown);
  if (!likely(places)) places.push(...visibleDates(evidence, hints, 'far'));
  if (inUrl) places.push({ found: inUrl, origin: 'url' });
  const modified = modifiedInMarkup(evidence, hints);
  // What only the text says of a day before the web is the story's subject.
  const chosen =
    likely(places) ?? places.find(({ found, origin }) => origin !== 'page-text' || found.day.year >= FIRST_YEAR);
  const warnings: ArticleWarning[] = [];
  if (!chosen) warnings.push('date-unknown');
  else if (daysBetween(utcDayOf(now.getTime()), chosen.found.day) > FUTURE_DAYS) warnings.push('date-future');
  if (chosen && inMarkup.some(({ found }) => Math.abs(daysBetween(found.day, chosen.found.day)) > 1))
    warnings.push('date-conflict');
  const local = (found: FoundDate): FoundDate =>
    onPublisherClock(
      found,
      shown.map((place) => place.found),
      found.zone === 0 ? loosePublishedInMarkup(evidence, hints).map((place) => place.found) : [],
      inUrl?.day,
      siteZone,
    );
  const published = chosen ? toPublished(local(refine(chosen, places)), siteZone, chosen.origin) : undefined;
  if (published && published.precision !== 'day' && published.zone === 'none') warnings.push('date-zone-unknown');
  return {
    ...(published ? { published } : {}),
    ...(modified ? { modified: toPublished(modified.found, siteZone, modified.origin) } : {}),
    warnings,
  };
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

function hasTime(place: DatedPlace | undefined): boolean {
  return place?.found.time !== undefined && place.found.zone !== undefined;
}

/** Whether a time and an offset of the publisher's own are stated; UTC may be the system's. */
function hasOffset(place: DatedPlace | undefined): boolean {
  return hasTime(place) && place?.found.zone !== 0;
}

/** A bare day takes its time, and a time its offset, from another place of the page that gives the same with it. */
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

/** Americans write the month first; so do Filipinos, and sites in English that do not say where they are. */
function readsMonthFirst(host: string, language: string): boolean {
  const domain = host.slice(host.lastIndexOf('.') + 1);
  if (language === 'en-us' || language === 'en-ph') return true;
  const isEnglish = language === '' || language === 'en';
  return isEnglish && ['com', 'org', 'net', 'us', 'gov', 'edu', 'mil', 'ph', 'tv', 'info'].includes(domain);
}
