import type { ArticleWarning, Published } from '../../article.ts';
import { zoneOfHost } from './country-zones.ts';
import { type DatedPlace, loosePublishedInMarkup, modifiedInMarkup, publishedInMarkup } from './date-places.ts';
import { daysBetween, isSameDay, utcDayOf } from './dates/civil-date.ts';
import type { DateHints, FoundDate } from './dates/find-dates.ts';
import { findDates } from './dates/find-dates.ts';
import { onPublisherClock } from './dates/publisher-clock.ts';
import { toPublished } from './dates/to-published.ts';
import { attributeOf } from './facts/elements.ts';
import { firstMeta } from './facts/meta-tags.ts';
import type { PageFacts } from './facts/page-facts.ts';
import { firstText } from './facts/page-facts.ts';
import { datesInScripts } from './script-dates.ts';
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

/** When the story was published and last changed, with what the user must know about it. */
export function readDates(facts: PageFacts, headlineAt: number | undefined): Dates {
  const siteZone = facts.rule?.zone ?? zoneOfHost(facts.url.hostname);
  const language = declaredLanguage(facts);
  const hints: DateHints = {
    monthFirst: readsMonthFirst(facts, language),
    latest: utcDayOf(facts.now.getTime() + FUTURE_DAYS * 86_400_000),
    ...(siteZone === undefined ? {} : { siteZone }),
    ...(facts.monthsOf ? { months: facts.monthsOf(language) } : {}),
  };
  const inMarkup = publishedInMarkup(facts, hints);
  const inUrl = dateInAddress(facts);
  const likely = (from: readonly DatedPlace[]): DatedPlace | undefined =>
    from.find(({ found }) => isLikely(found, facts.now));

  // Reading text is dear, so a place is only asked where those before it left something open.
  const places = [...datesOfRule(facts, hints), ...inMarkup];
  const shown = hasOffset(likely(places)) ? [] : visibleDates(facts, headlineAt, hints, 'near');
  places.push(...shown.filter(({ score }) => score >= PLAIN));
  if (!hasTime(likely(places)))
    places.push(...loosePublishedInMarkup(facts, hints), ...datesInScripts(facts.root, hints));
  places.push(...shown);
  if (!likely(places)) places.push(...visibleDates(facts, headlineAt, hints, 'far'));
  if (inUrl) places.push({ found: inUrl, origin: 'url' });
  const modified = modifiedInMarkup(facts, hints);
  // What only the text says of a day before the web is the story's subject.
  const chosen =
    likely(places) ?? places.find(({ found, origin }) => origin !== 'page-text' || found.day.year >= FIRST_YEAR);
  const warnings: ArticleWarning[] = [];
  if (!chosen) warnings.push('date-unknown');
  else if (daysBetween(utcDayOf(facts.now.getTime()), chosen.found.day) > FUTURE_DAYS) warnings.push('date-future');
  if (chosen && inMarkup.some(({ found }) => Math.abs(daysBetween(found.day, chosen.found.day)) > 1))
    warnings.push('date-conflict');
  const local = (found: FoundDate): FoundDate =>
    onPublisherClock(
      found,
      shown.map((place) => place.found),
      found.zone === 0 ? loosePublishedInMarkup(facts, hints).map((place) => place.found) : [],
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

function datesOfRule(facts: PageFacts, hints: DateHints): DatedPlace[] {
  const found = findDates(firstText(facts.root, facts.rule?.date), hints)[0];
  return found ? [{ found, origin: 'site-rule' }] : [];
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

function declaredLanguage({ root, meta }: PageFacts): string {
  const inRoot = attributeOf(root, 'lang') || attributeOf(root, 'xml:lang');
  return (inRoot || firstMeta(meta, ['content-language', 'og:locale'])).toLowerCase().replace('_', '-');
}

/** Americans write the month first; so do Filipinos, and sites in English that do not say where they are. */
function readsMonthFirst(facts: PageFacts, language: string): boolean {
  const domain = facts.url.hostname.slice(facts.url.hostname.lastIndexOf('.') + 1);
  if (language === 'en-us' || language === 'en-ph') return true;
  const isEnglish = language === '' || language === 'en';
  return isEnglish && ['com', 'org', 'net', 'us', 'gov', 'edu', 'mil', 'ph', 'tv', 'info'].includes(domain);
}
