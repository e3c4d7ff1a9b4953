import { dateTimeAt, instantOf, parsePartialDateTime } from '../../dates/partial-date-time.ts';
import type { Draft } from '../../model/draft.ts';
import { cleanLine } from '../../text/clean-line.ts';
import { joinNames } from '../../text/join-names.ts';
import type { Value } from './value.ts';

/** The values of a draft that every template can name, in the order in which the documentation lists them. */
export const DRAFT_VARIABLES = [
  'title',
  'url',
  'host',
  'site',
  'author',
  'authors',
  'published',
  'stated',
  'undated',
  'clipped',
  'instant',
  'tags',
  'categories',
  'section',
  'language',
  'description',
  'cover',
] as const;

/** In the opening also the headline as a Markdown heading, in the places of pictures the names of post and picture. */
export const OPENING_VARIABLES = [...DRAFT_VARIABLES, 'headline'] as const;
export const IMAGE_VARIABLES = [...DRAFT_VARIABLES, 'stem', 'image'] as const;

export type VariableName = (typeof OPENING_VARIABLES)[number] | (typeof IMAGE_VARIABLES)[number];

/** The values of the names; all text is clean and on one line, lists have no empty and no repeated item. */
export type Variables = Readonly<Partial<Record<VariableName, Value>>>;

/**
 * Reads a draft's values.
 *
 * - `title` is never empty: without one the site or the host names the story.
 * - `authors` is the byline, or the site where the page has no byline (post format); `author` is the same joined as
 *   the story's language does.
 * - `published` is the time of clipping where the page has no date.
 * - `stated` is the date of publication, empty where the page has none; `undated` is then `true`, else empty.
 * - `instant` is the publication in Unix milliseconds, or the clip's where the page fixes no instant.
 */
export function variablesOf(draft: Draft): Readonly<Record<(typeof DRAFT_VARIABLES)[number], Value>> {
  const host = hostOf(draft.url);
  const site = cleanLine(draft.siteName);
  const byline = cleanList(draft.authors);
  const named = site === '' ? host : site;
  const authors = byline.length > 0 ? byline : cleanList([named]);
  const clipped = dateTimeAt(draft.clippedAt, draft.clippedOffset);
  const published = parsePartialDateTime(draft.published?.value ?? '');
  return {
    title: cleanLine(draft.title) || named || 'untitled',
    url: cleanLine(draft.url),
    host,
    site,
    author: joinNames(authors, cleanLine(draft.language)),
    authors,
    published: published ?? clipped,
    stated: published ?? '',
    undated: published ? '' : 'true',
    clipped,
    instant: String((published && instantOf(published)) ?? draft.clippedAt),
    tags: cleanList(draft.tags),
    categories: cleanList(draft.categories),
    section: cleanLine(draft.section),
    language: cleanLine(draft.language),
    description: cleanLine(draft.description),
    cover: cleanLine(draft.leadImage ?? ''),
  };
}

function cleanList(items: readonly string[]): readonly string[] {
  return [...new Set(items.map(cleanLine).filter((item) => item !== ''))];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
