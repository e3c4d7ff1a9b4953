import type { ArticleWarning } from '../model/article.ts';
import { ClipError } from '../model/failure.ts';
import type { StatedKind } from '../model/modules.ts';
import type { Story } from './choose-story.ts';
import type { TextMeasure } from './clean/text-measure.ts';
import { readJsonLdText } from './json-ld-body.ts';

/** What the page says of itself, read before anything is removed. */
export interface AccessSignals {
  readonly asksPassword: boolean;
  /** The page states that it is not free to read. */
  readonly paid: boolean;
  /** The story's text where JSON-LD states it, else empty. */
  readonly jsonLdText: string;
  /** What the page states that it is, where it does. */
  readonly stated: StatedKind | undefined;
}

export interface FoundStory extends Story {
  /** False where a notable part of the page's prose is not in it (`is-partial.ts`). */
  readonly isWhole: boolean;
}

/** Less text than this, as Latin letters, is not a story, unless there is a picture. */
const NO_TEXT = 25;

/** A page with a password field and less text than this is a door, not a story, unless it was published on some day. */
const LOGIN_PAGE_MAX_TEXT = 250;

/** A story of less text may be cut off: `body-short`. */
const SHORT = 200;

/** A paid story of less text than this is most likely its free beginning. */
const FREE_BEGINNING = 2500;

/** More than this share of links, and hardly a sentence: a menu or a list of stories. */
const MENU_LINKS = 0.7;
const MENU_PROSE = 150;

const ARTICLE_TYPE =
  /"@type"\s*:\s*(?:\[[^\]]*)?"(?:\w*NewsArticle|BlogPosting|LiveBlogPosting|Article|Report|Recipe)"/;
const THREAD_TYPE = /\b(?:DiscussionForumPosting|QAPage)\b/;
const OG_ARTICLE = 'meta[property="og:type" i][content="article" i]';

export function readAccessSignals(document: Document): AccessSignals {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const stated = scripts.map((script) => script.textContent ?? '').join('\n');
  const isArticle = ARTICLE_TYPE.test(stated) || document.querySelector(OG_ARTICLE) !== null;
  const isThread =
    THREAD_TYPE.test(stated) ||
    document.querySelector('[itemtype*="DiscussionForumPosting"], [itemtype*="QAPage"]') !== null;
  return {
    asksPassword: document.querySelector('input[type="password"]') !== null,
    jsonLdText: readJsonLdText(scripts),
    paid: /"isAccessibleForFree"\s*:\s*"?false/i.test(stated),
    stated: isThread ? 'thread' : isArticle ? 'article' : undefined,
  };
}

/**
 * Returns what is to be said of a story that was found.
 *
 * @param measure the story's amounts of text.
 * @param dated whether the page says when it was published.
 * @throws {ClipError} `login-wall` or `no-article` where it is none.
 */
export function assessArticle(
  { root, body, certain, isWhole }: FoundStory,
  { total: { text, linkText, prose } }: TextMeasure,
  signals: AccessSignals,
  dated: boolean,
): ArticleWarning[] {
  if (signals.asksPassword && text < LOGIN_PAGE_MAX_TEXT && (prose === 0 || !dated)) throw new ClipError('login-wall');
  if (text < NO_TEXT && !root.querySelector('img[src]')) throw new ClipError('no-article');
  if (!body && linkText > text * MENU_LINKS && prose < MENU_PROSE) throw new ClipError('no-article', 'links only');

  const warnings: ArticleWarning[] = [];
  if (!certain) warnings.push('body-uncertain');
  else if (!isWhole) warnings.push('body-partial');
  if (text < SHORT) warnings.push('body-short');
  if (signals.paid && text < FREE_BEGINNING) warnings.push('paywall');
  return warnings;
}
