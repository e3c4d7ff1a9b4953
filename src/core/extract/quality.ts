import type { ArticleWarning } from '../model/article.ts';
import { ClipError } from '../model/failure.ts';
import type { TextAmounts } from '../model/measured-text.ts';
import type { StatedKind } from '../model/modules.ts';
import type { Story } from './choose-story.ts';
import type { TextMeasure } from './clean/text-measure.ts';
import { readJsonLdText } from './json-ld-body.ts';

/** What the page says of itself, read before anything is removed. */
export interface AccessSignals {
  /** A field for a password is shown. */
  readonly asksPassword: boolean;
  /** The page loads scripts, which may write its story. */
  readonly loadsScripts: boolean;
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
  /** The amounts of text of its page. */
  readonly page: Readonly<TextAmounts>;
}

/** Less text than this, as Latin letters, is not a story, unless there is a picture. */
const NO_TEXT = 25;

/** A page with less text than this shows at most its name and a note that it loads. */
const SHELL_TEXT = 100;

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
const SCRIPTS = 'script[src], script[type="module"], link[as="script"], link[rel="modulepreload"]';
const THREAD_ITEMS = '[itemtype*="DiscussionForumPosting"], [itemtype*="QAPage"]';
const OG_ARTICLE = 'meta[property="og:type" i][content="article" i]';

export function readAccessSignals(document: Document): AccessSignals {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const stated = scripts.map((script) => script.textContent ?? '').join('\n');
  return {
    asksPassword: Array.from(document.querySelectorAll('input[type="password"]')).some(isShown),
    loadsScripts: document.querySelector(SCRIPTS) !== null,
    jsonLdText: readJsonLdText(scripts),
    paid: /"isAccessibleForFree"\s*:\s*"?false/i.test(stated),
    stated: statedKind(document, stated),
  };
}

/** Forums keep a hidden login form on every page. */
function isShown(field: Element): boolean {
  return !field.closest('[hidden], [style*="display:none"], [style*="display: none"], dialog, noscript, template');
}

/** @param json the page's JSON-LD. */
function statedKind(document: Document, json: string): StatedKind | undefined {
  if (THREAD_TYPE.test(json) || document.querySelector(THREAD_ITEMS)) return 'thread';
  if (ARTICLE_TYPE.test(json)) return 'article';
  return document.querySelector(OG_ARTICLE) ? 'shared-article' : undefined;
}

/**
 * Returns why a page holds no story.
 *
 * @param page the page's amounts of text.
 */
export function reasonForNone(
  { asksPassword, loadsScripts }: AccessSignals,
  { text }: Readonly<TextAmounts>,
): 'login-wall' | 'scripts-needed' | 'no-article' {
  if (asksPassword) return 'login-wall';
  return loadsScripts && text < SHELL_TEXT ? 'scripts-needed' : 'no-article';
}

/**
 * Returns what is to be said of a story that was found.
 *
 * @param measure the story's amounts of text.
 * @param dated whether the page says when it was published.
 * @throws {ClipError} `login-wall`, `scripts-needed` or `no-article` where it is none.
 */
export function assessArticle(
  { root, body, certain, isWhole, isManual, page }: FoundStory,
  { total: { text, linkText, prose } }: TextMeasure,
  signals: AccessSignals,
  dated: boolean,
): ArticleWarning[] {
  if (signals.asksPassword && text < LOGIN_PAGE_MAX_TEXT && (prose === 0 || !dated)) throw new ClipError('login-wall');
  if (text < NO_TEXT && !root.querySelector('img[src]')) {
    throw new ClipError(reasonForNone({ ...signals, asksPassword: false }, page));
  }
  if (!body && !isManual && linkText > text * MENU_LINKS && prose < MENU_PROSE)
    throw new ClipError('no-article', 'links only');

  const warnings: ArticleWarning[] = [];
  if (!certain) warnings.push('body-uncertain');
  else if (!isWhole) warnings.push('body-partial');
  if (text < SHORT) warnings.push('body-short');
  if (signals.paid && text < FREE_BEGINNING) warnings.push('paywall');
  return warnings;
}
