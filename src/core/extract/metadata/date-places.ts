import type { Origin } from '../../article.ts';
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

/** Meta names that state when a story was published. The first group is Open Graph and its imitations. */
const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'published_time',
  'rnews:datepublished',
  'bt:pubdate',
  'newsarticle:datepublished',
  'og:article:published',
  'article:create_at',
  'weibo: article:create_at',
  'weibo:article:create_at',
];
const OTHER_PUBLISHED_META = [
  'datepublished',
  'date_published',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'publicationdate',
  'publication-date',
  'publishtime',
  'apub:time',
  'ptime',
  'originalpublicationdate',
  'article_date_original',
  'article.published',
  'displaydate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date.created',
  'date.release',
  'sailthru.date',
  'parsely-pub-date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'shareaholic:article_published_time',
  'dc:created',
  'dcsext.articlefirstpublished',
  'doc_date',
  'gentime',
  'release_date',
  'created',
  'datecreated',
  'creation_date',
  'date',
  'video:release_date',
  'og:release_date',
  'og:date',
  'vr:published_time',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified_time',
  'revised',
];

/** The dates that the page's markup states for its story by the names made for it, most trustworthy first. */
export function publishedInMarkup(facts: PageFacts, hints: DateHints): DatedPlace[] {
  const { articles, pages } = facts.jsonLd;
  return [
    ...fromJson(articles, ['datePublished'], hints),
    ...fromMeta(facts, PUBLISHED_META, hints),
    ...fromJson(pages, ['datePublished'], hints),
    ...fromRoles(facts, ['datepublished', 'schema:datepublished', 'article:published_time'], hints),
  ];
}

/**
 * Dates under names that every system means otherwise (`date`, `dc.date`, `created`): right three times in four where they
 * stand, so less than a date shown beside the headline.
 */
export function loosePublishedInMarkup(facts: PageFacts, hints: DateHints): DatedPlace[] {
  const { articles, videos } = facts.jsonLd;
  return [
    ...fromMeta(facts, OTHER_PUBLISHED_META, hints),
    ...fromJson(articles, ['dateCreated'], hints),
    ...fromRoles(facts, ['datecreated', 'dc:date', 'dc:created'], hints),
    ...fromJson(videos, ['datePublished', 'uploadDate'], hints),
  ];
}

/** The dates of the last change that the page's markup states. */
export function modifiedInMarkup(facts: PageFacts, hints: DateHints): DatedPlace[] {
  const { articles, pages } = facts.jsonLd;
  return [
    ...fromJson([...articles, ...pages], ['dateModified'], hints),
    ...fromMeta(facts, MODIFIED_META, hints),
    ...fromRoles(facts, ['datemodified', 'schema:datemodified'], hints),
  ];
}

/** The value of an element that states a date: its machine-readable attribute, else its text. */
export function dateOfMark(facts: PageFacts, mark: Mark, hints: DateHints): FoundDate | undefined {
  for (const name of ['datetime', 'content', 'title']) {
    const value = attributeOf(mark.element, name);
    const found = value ? parseDate(value, hints) : undefined;
    if (found) return found;
  }
  const text = textOfMark(facts.page, mark);
  return text.length <= 160 ? parseDate(text.replace(/\n/g, ' '), hints) : undefined;
}

function fromJson(nodes: readonly JsonNode[], keys: readonly string[], hints: DateHints): DatedPlace[] {
  return nodes.flatMap((node) =>
    keys.flatMap((key) => stringsOf(fieldOf(node, key))).flatMap((value) => placed(parseDate(value, hints), 'json-ld')),
  );
}

function fromMeta(facts: PageFacts, names: readonly string[], hints: DateHints): DatedPlace[] {
  return names.flatMap((name) =>
    (facts.meta.get(name) ?? []).flatMap((value) => placed(parseDate(value, hints), 'meta')),
  );
}

function fromRoles(facts: PageFacts, roles: readonly string[], hints: DateHints): DatedPlace[] {
  return facts.page.marks
    .filter((mark) => mark.region !== 'comment' && mark.roles.some((role) => roles.includes(role)))
    .flatMap((mark) =>
      placed(dateOfMark(facts, mark, hints), attributeOf(mark.element, 'itemprop') ? 'microdata' : 'rdfa'),
    );
}

function placed(found: FoundDate | undefined, origin: Origin): DatedPlace[] {
  return found ? [{ found, origin }] : [];
}
