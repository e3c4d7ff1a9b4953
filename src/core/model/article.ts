import type { AuthorEvidence } from './author-evidence.ts';
import type { DateEvidence } from './date-evidence.ts';

/**
 * The types that cross the seam between the page and everything after it.
 *
 * All of it is plain JSON: an `Article` is returned from an injected script, stored in IndexedDB and
 * printed by the command line without conversion.
 */

/** Where in the page a value was found (or that the `user` typed it). The popup says it beside the field. */
export type Origin =
  | 'json-ld'
  | 'meta'
  | 'microdata'
  | 'rdfa'
  | 'time-element'
  | 'heading'
  | 'title-element'
  | 'link'
  | 'html-lang'
  | 'page-text'
  | 'script'
  | 'url'
  | 'site-rule'
  | 'host'
  | 'detected'
  | 'feed'
  | 'user'
  | 'none';

/**
 * The most UTF-16 units of a title. Social posts have titles of hundreds; what is longer is text, and is cut in the title
 * and kept in the body.
 */
export const MAX_TITLE = 1000;

/** A value together with the place it came from. */
export interface Sourced<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** How much of a moment the page states. */
export type DatePrecision = 'day' | 'minute' | 'second';

/**
 * Where a date's UTC offset comes from: `stated` by the page, known for the `site` (publisher rule or country domain),
 * `assumed` by this code alone (never written as fact), or `none`.
 */
export type ZoneSource = 'stated' | 'site' | 'assumed' | 'none';

/** A point in time as the publisher stated it. */
export interface Published {
  /**
   * ISO 8601 in the publisher's own day and offset: `2021-07-16`, `2021-07-16T13:01:00` (no zone known)
   * or `2021-07-16T13:01:00+08:00`.
   */
  readonly value: string;
  /** Unix milliseconds, where `value` fixes an instant (it has a time and an offset). */
  readonly instant?: number;
  readonly precision: DatePrecision;
  readonly zone: ZoneSource;
  readonly origin: Origin;
}

/** An image that the clean HTML shows. */
export interface ArticleImage {
  /** Absolute http(s) address, or a short `data:` URL. */
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly width?: number;
  readonly height?: number;
}

/** One thing that a cleaning pass took out, so that the popup can list it. */
export interface Removal {
  /** Name of the pass, e.g. `share-bars`. */
  readonly pass: string;
  /** Why, in a few words for a developer, e.g. `class "share-bar"`. */
  readonly reason: string;
  /** The text that went, white space collapsed, cut at 120 characters. Empty for an image or an empty slot. */
  readonly text: string;
  /** True where it was between parts of the story that were kept. */
  readonly between?: true;
}

/** What the popup must tell the user about a clip that was made but may not be whole. */
export type ArticleWarning =
  | 'date-unknown'
  | 'date-zone-unknown'
  | 'date-conflict'
  | 'date-future'
  | 'body-uncertain'
  /** Running text near the story is not in it. */
  | 'body-partial'
  | 'body-short'
  | 'pages-missing'
  | 'paywall'
  | 'too-large'
  | 'rule-unmatched'
  | 'rule-too-much';

/** The pages of a story that is divided into several, by their numbers from 1. */
export interface ArticlePages {
  /** Those that the article holds. */
  readonly joined: readonly number[];
  /** Those that could not be had, or were not asked for: `pages-missing`. */
  readonly missing: readonly number[];
}

/** A clipped story: metadata, clean HTML, and the same as Markdown. */
export interface Article {
  /** The story's own address: canonical where it can be trusted, no tracking parameters, no fragment, no credentials. */
  readonly url: string;
  /** The address of the page that was clipped, without credentials and fragment. */
  readonly pageUrl: string;
  readonly title: Sourced<string>;
  readonly authors: Sourced<readonly string[]>;
  readonly published?: Published;
  readonly modified?: Published;
  readonly siteName: Sourced<string>;
  /** BCP 47 tag; empty where unknown. */
  readonly language: Sourced<string>;
  readonly description: Sourced<string>;
  readonly keywords: Sourced<readonly string[]>;
  readonly section: Sourced<string>;
  readonly leadImage?: Sourced<string>;
  /** Sanitised HTML of the story: absolute addresses, no scripts, handlers, styles or form controls. */
  readonly html: string;
  /** The story as neutral GitHub-flavoured Markdown; `core/post` turns it into a preset's dialect. */
  readonly markdown: string;
  /** Running text: one block a line pair, without headline, byline, date and captions. */
  readonly text: string;
  readonly images: readonly ArticleImage[];
  readonly direction: 'ltr' | 'rtl';
  /** Absent: the story has one page. */
  readonly pages?: ArticlePages;
  readonly trace: readonly Removal[];
  readonly warnings: readonly ArticleWarning[];
}

/**
 * What the script in a page returns. The Markdown follows from the HTML, the dates and the authors from what the page
 * says of them. That is done outside (`complete-article.ts`), so that the page need not wait for it, nor read the code of it.
 */
export type ExtractedArticle = Omit<Article, 'markdown' | 'published' | 'modified' | 'authors'> & {
  readonly dates: DateEvidence;
  /** What the page says of its authors; the authors themselves where the page had the module that reads them. */
  readonly authors: Article['authors'] | AuthorEvidence;
  /** The names that would change the story if they were an author's (`extract/clean/author-names.ts`). */
  readonly undecided: readonly string[];
};
