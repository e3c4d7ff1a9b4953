import type { Origin } from '../model/article.ts';
import type { DateEvidence, DateMark } from '../model/date-evidence.ts';
import { daysBetween } from './civil-date.ts';
import { type DateRole, roleOfLabel } from './date-labels.ts';
import { type DateHints, type FoundDate, findDates } from './find-dates.ts';
import { parseDate } from './parse-date.ts';

/** A date together with the place that states it. */
export interface DatedPlace {
  readonly found: FoundDate;
  readonly origin: Origin;
}

/*
 * Names of meta tags, of which every news system has its own: `article:published_time`, `og:article:published_time`,
 * `bt:pubdate`, `rnews:datePublished`, `weibo:article:create_at`; `DC.date.issued`, `sailthru.date`, `parsely-pub-date`, `PTime`.
 */
const CHANGED_NAME = /modif|updated|last-?mod|revised|expire|crawl/;
const PUBLISHED_NAME =
  /article.*(?:publish|create_at)|published_time|[a-z]:(?:date)?pub|^published$|^parsely-pub-date$/;
const LOOSE_NAME = /date|pub.*time|ptime|[.:]time|created|issued|release|article\.published/;

/** The dates that the page's markup states for its story by the names made for it, most trustworthy first. */
export function publishedInMarkup(evidence: DateEvidence, hints: DateHints): DatedPlace[] {
  const { published, pagePublished } = evidence.jsonLd;
  return [
    ...fromJson(published, hints),
    ...fromMeta(evidence, (name) => PUBLISHED_NAME.test(name) && !CHANGED_NAME.test(name), hints),
    ...fromJson(pagePublished, hints),
    ...fromRoles(evidence, /datepublished|published_time$/, hints),
  ];
}

/**
 * Returns dates under names whose meaning differs by system (`date`, `dc.date`, `created`). Three in four of them are right, so
 * a date shown beside the headline precedes them.
 */
export function loosePublishedInMarkup(evidence: DateEvidence, hints: DateHints): DatedPlace[] {
  const { created, uploaded } = evidence.jsonLd;
  return [
    ...fromMeta(
      evidence,
      (name) => LOOSE_NAME.test(name) && !CHANGED_NAME.test(name) && !PUBLISHED_NAME.test(name),
      hints,
    ),
    ...fromJson(created, hints),
    ...fromRoles(evidence, /datecreated|^dc:(?:date|created)$/, hints),
    ...fromJson(uploaded, hints),
  ];
}

/** The date of the last change that the page's markup states. */
export function modifiedInMarkup(evidence: DateEvidence, hints: DateHints): DatedPlace | undefined {
  return (
    fromJson(evidence.jsonLd.modified, hints)[0] ??
    fromMeta(evidence, (name) => CHANGED_NAME.test(name), hints)[0] ??
    changeInMarks(evidence, hints)
  );
}

/** What an element's label, class and role say that its date is of. */
export function roleOfMark({ label, text, words, roles }: DateMark): DateRole {
  // Readers' words count more than classes: WordPress calls most dates published and updated at once.
  for (const said of [text, label]) {
    const role = roleOfLabel(said);
    if (role !== 'unknown') return role;
  }
  return words.includes('published') ? 'published' : roleOfLabel(`${words.join(' ')} ${roles.join(' ')}`);
}

/**
 * The publication in an element that shows it beside the last change: `27/11/2017 01:57 | Actualizado a 27/11/2017 19:20`. The
 * machine-readable value, which is the change, has the offset.
 */
function publicationOf({ text, values }: DateMark, hints: DateHints): FoundDate | undefined {
  const dates = findDates(text, hints);
  if (dates.length < 2) return undefined;
  const roles = dates.map(({ start }, index) => roleOfLabel(text.slice(dates[index - 1]?.end ?? 0, start)));
  if (!roles.includes('modified')) return undefined;
  const found = dates.find((_, index) => roles[index] !== 'modified');
  const zone = values.map((value) => parseDate(value, hints)?.zone).find((stated) => stated !== undefined);
  return found?.time && found.zone === undefined && zone !== undefined ? { ...found, zone } : found;
}

/** The value of an element that states a date: its machine-readable attribute, else its text. */
export function dateOfMark(mark: DateMark, hints: DateHints): FoundDate | undefined {
  const { text, values } = mark;
  const publication = publicationOf(mark, hints);
  if (publication) return publication;
  const shown = text === '' ? undefined : parseDate(text, hints);
  for (const value of values) {
    const found = parseDate(value, hints);
    if (found) return shown ? agreed(found, shown) : found;
  }
  return shown;
}

/**
 * Compares what an element states with what it shows. Where they are days apart, the shown date is right: a program stamped
 * a change.
 */
function agreed(stated: FoundDate, shown: FoundDate): FoundDate {
  const apart = Math.abs(daysBetween(stated.day, shown.day));
  return apart > 1 && !shown.swappable && !shown.shortYear ? shown : stated;
}

/** The change that the machine-readable value of an element states. */
function changeInMarks({ marks }: DateEvidence, hints: DateHints): DatedPlace | undefined {
  for (const mark of marks) {
    if (!mark.roles.some((role) => role.includes('datemodified'))) continue;
    const stated = mark.values.map((value) => parseDate(value, hints)).find((found) => found !== undefined);
    const found = stated ?? dateOfMark(mark, hints);
    if (found) return { found, origin: mark.isMicrodata ? 'microdata' : 'rdfa' };
  }
  return undefined;
}

function fromJson(values: readonly string[], hints: DateHints): DatedPlace[] {
  return values.flatMap((value) => placed(parseDate(value, hints), 'json-ld'));
}

function fromMeta(evidence: DateEvidence, isName: (name: string) => boolean, hints: DateHints): DatedPlace[] {
  return evidence.meta.flatMap(([name, contents]) =>
    isName(name) ? contents.flatMap((content) => placed(parseDate(content, hints), 'meta')) : [],
  );
}

function fromRoles(evidence: DateEvidence, role: RegExp, hints: DateHints): DatedPlace[] {
  return evidence.marks
    .filter(({ roles }) => roles.some((name) => role.test(name)))
    .flatMap((mark) => placed(dateOfMark(mark, hints), mark.isMicrodata ? 'microdata' : 'rdfa'));
}

function placed(found: FoundDate | undefined, origin: Origin): DatedPlace[] {
  return found ? [{ found, origin }] : [];
}
