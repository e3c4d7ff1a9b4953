import { parseDate } from '../core/dates/parse-date.ts';
import { toPublished } from '../core/dates/to-published.ts';
import type { Article, ArticleWarning, Published } from '../core/model/article.ts';
import type { ItemContext } from './article-of-item.ts';
import type { FeedItem } from './feed.ts';
import { readFeedDate } from './feed-date.ts';

const MINUTE = 60_000;
/** Offsets are multiples of this, and none is larger than 14 hours. */
const QUARTER = 15 * MINUTE;
const LARGEST_OFFSET = 14 * 60 * MINUTE;

/** What feeds state as an author where nobody signed. */
const NOBODY = /@|^(?:admin|administrator|editor|root|webmaster|unknown|rss|staff|本站|编辑|編輯|管理员|管理員)$/i;

/**
 * Adds to the clip of a story's page what only the feed says: a date, the zone or the time of day of the page's date, an
 * author. What the page states is kept.
 */
export function completeFromFeed(article: Article, item: FeedItem, context: ItemContext): Article {
  const language = context.language || article.language.value;
  const fromFeed = readFeedDate(item.date, { ...context, language });
  const published = completeDate(article.published, fromFeed, context.zone);
  const names = item.authors.filter((name) => !NOBODY.test(name));
  const isSigned = article.authors.value.length > 0 || names.length === 0;
  return {
    ...article,
    ...(published ? { published } : {}),
    ...(isSigned ? {} : { authors: { value: names, origin: 'feed' as const } }),
    warnings: published ? article.warnings.filter((warning) => !isSettled(warning, published)) : article.warnings,
  };
}

function isSettled(warning: ArticleWarning, { zone }: Published): boolean {
  return warning === 'date-unknown' || (warning === 'date-zone-unknown' && zone !== 'none');
}

function completeDate(page?: Published, feed?: Published, zone?: string): Published | undefined {
  if (!page) return feed;
  // The page's day with the feed's time of that very day.
  if (page.precision === 'day') return feed?.value.slice(0, 10) === page.value ? feed : page;
  if (page.zone !== 'none') return page;
  return inZone(page, zone) ?? byInstant(page, feed?.instant) ?? page;
}

/** A local time on the clock of a zone. */
function inZone(local: Published, zone: string | undefined): Published | undefined {
  const found = parseDate(local.value, { monthFirst: false });
  return found && zone !== undefined ? toPublished(found, zone, local.origin) : undefined;
}

/**
 * A local time whose instant the feed states: the difference is the publisher's offset. None at all proves nothing:
 * programs write their own clock and call it UTC.
 */
function byInstant(local: Published, instant: number | undefined): Published | undefined {
  if (instant === undefined) return undefined;
  const wall = Date.parse(`${local.value}Z`);
  const offset = Math.floor(wall / MINUTE) * MINUTE - Math.floor(instant / MINUTE) * MINUTE;
  if (offset === 0 || offset % QUARTER !== 0 || Math.abs(offset) > LARGEST_OFFSET) return undefined;
  const found = parseDate(local.value, { monthFirst: false });
  return found && toPublished({ ...found, zone: offset / MINUTE }, undefined, local.origin);
}

/** What a clip that may lack most of its story says. */
const DOUBTS: readonly ArticleWarning[] = ['paywall', 'body-short', 'body-partial', 'body-uncertain'];
/** So much longer than what was found in the page is the story that the page withheld. */
const MUCH_LONGER = 1.3;

/** Tells whether the feed's text is the story and the page's clip only the beginning of it. */
export function isWholeInFeed(page: Article, feed: Article): boolean {
  return page.warnings.some((one) => DOUBTS.includes(one)) && feed.text.length > page.text.length * MUCH_LONGER;
}
