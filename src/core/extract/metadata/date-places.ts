import type { Origin } from '../../article.ts';
import { daysBetween } from './dates/civil-date.ts';
import type { DateHints, FoundDate } from './dates/find-dates.ts';
import { parseDate } from './dates/parse-date.ts';
import { attributeOf } from './facts/elements.ts';
import { fieldOf, type JsonNode, stringsOf } from './facts/json-ld.ts';
import type { PageFacts } from './facts/page-facts.ts';
import { type Mark, textOfMark } from './facts/page-text.ts';

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
export function publishedInMarkup(facts: PageFacts, hints: DateHints): DatedPlace[] {
  const { articles, pages } = facts.jsonLd;
  return [
    ...fromJson(articles, 'datePublished', hints),
    ...fromMeta(facts, (name) => PUBLISHED_NAME.test(name) && !CHANGED_NAME.test(name), hints),
    ...fromJson(pages, 'datePublished', hints),
    ...fromRoles(facts, /datepublished|published_time$/, hints),
  ];
}

/**
 * Dates under names that every system means otherwise (`date`, `dc.date`, `created`): right three times in four where they
 * stand, so less than a date shown beside the headline.
 */
export function loosePublishedInMarkup(facts: PageFacts, hints: DateHints): DatedPlace[] {
  const { articles, videos } = facts.jsonLd;
  return [
    ...fromMeta(
      facts,
      (name) => LOOSE_NAME.test(name) && !CHANGED_NAME.test(name) && !PUBLISHED_NAME.test(name),
      hints,
    ),
    ...fromJson(articles, 'dateCreated', hints),
    ...fromRoles(facts, /datecreated|^dc:(?:date|created)$/, hints),
    ...fromJson(videos, 'uploadDate', hints),
  ];
}

/** The date of the last change that the page's markup states. */
export function modifiedInMarkup(facts: PageFacts, hints: DateHints): DatedPlace | undefined {
  const { articles, pages } = facts.jsonLd;
  return (
    fromJson([...articles, ...pages], 'dateModified', hints)[0] ??
    fromMeta(facts, (name) => CHANGED_NAME.test(name), hints)[0] ??
    fromRoles(facts, /datemodified/, hints)[0]
  );
}

/** The value of an element that states a date: its machine-readable attribute, else its text. */
export function dateOfMark(facts: PageFacts, mark: Mark, hints: DateHints): FoundDate | undefined {
  const text = textOfMark(facts.page, mark).slice(0, 160);
  const shown = text === '' ? undefined : parseDate(text, hints);
  for (const name of ['datetime', 'content', 'title']) {
    const value = attributeOf(mark.element, name) ?? '';
    const found = value === '' ? undefined : parseDate(value, hints);
    if (found) return shown ? agreed(found, shown) : found;
  }
  return shown;
}

/**
 * What an element states and what readers see in it are one date. Where they are days apart, readers are told the right
 * one, and a program stamped a change.
 */
function agreed(stated: FoundDate, shown: FoundDate): FoundDate {
  const apart = Math.abs(daysBetween(stated.day, shown.day));
  return apart > 1 && !shown.swappable && !shown.shortYear ? shown : stated;
}

function fromJson(nodes: readonly JsonNode[], key: string, hints: DateHints): DatedPlace[] {
  return nodes.flatMap((node) =>
    stringsOf(fieldOf(node, key)).flatMap((value) => placed(parseDate(value, hints), 'json-ld')),
  );
}

function fromMeta(facts: PageFacts, isName: (name: string) => boolean, hints: DateHints): DatedPlace[] {
  return [...facts.meta].flatMap(([name, contents]) =>
    isName(name) ? contents.flatMap((content) => placed(parseDate(content, hints), 'meta')) : [],
  );
}

function fromRoles(facts: PageFacts, role: RegExp, hints: DateHints): DatedPlace[] {
  return facts.page.marks
    .filter((mark) => mark.region !== 'comment' && mark.roles.some((name) => role.test(name)))
    .flatMap((mark) =>
      placed(dateOfMark(facts, mark, hints), attributeOf(mark.element, 'itemprop') ? 'microdata' : 'rdfa'),
    );
}

function placed(found: FoundDate | undefined, origin: Origin): DatedPlace[] {
  return found ? [{ found, origin }] : [];
}
