import type { Article } from '../../core/model/article.ts';
import { siteRules } from '../../core/sites/site-rules.ts';
import { articleOfItem, type ItemContext } from '../../feeds/article-of-item.ts';
import { completeFromFeed, isWholeInFeed } from '../../feeds/complete-from-feed.ts';
import type { Feed, FeedItem } from '../../feeds/feed.ts';
import type { Subscription } from '../../feeds/subscription.ts';
import { capDepth } from '../cap-depth.ts';
import type { WholeStory } from '../clip/clip-further-pages.ts';
import type { Page } from '../dom.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';
import type { JudgedFetch } from '../judged-fetch.ts';
import { FetchError, loadPage } from '../load.ts';

/** An item of a feed with all that is known of where it is from. */
export interface Story {
  readonly item: FeedItem;
  /** The item's address. */
  readonly url: string;
  readonly feed: Feed;
  readonly subscription: Subscription;
  /** Since when it could not be had, in Unix milliseconds; absent at the first try. */
  readonly waitsSince?: number | undefined;
}

export interface ClippedStory {
  readonly kind: 'clipped';
  readonly article: Article;
  /** Where the text is from. */
  readonly from: 'page' | 'feed';
  /** Why it is not from the page, where it should be: a sentence. */
  readonly reason?: string;
  /** Which pages of the story are missing, each as a sentence. */
  readonly problems?: readonly string[];
}

/** What came of a story. Reasons are sentences. */
export type StoryResult =
  | ClippedStory
  /** It is tried again in the next run. */
  | { readonly kind: 'waiting'; readonly reason: string }
  /** Neither page nor feed has it. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface ClipDeps {
  /** Clips a page that was loaded, and the further pages of its story where they are asked for. @throws {ClipError} */
  readonly clip: (page: Page, now: Date) => Promise<WholeStory>;
  readonly fetch: JudgedFetch;
  readonly timeoutSeconds: number;
  readonly now: Date;
}

/** A page that cannot be had for so long, in milliseconds, is not waited for any more. */
const PATIENCE = 24 * 60 * 60_000;

/**
 * Clips a story: from its page, by the same core as every clip; where the page cannot be had, or withholds the story,
 * from the feed's own text.
 */
export async function clipStory(story: Story, deps: ClipDeps): Promise<StoryResult> {
  const { item, subscription } = story;
  const isFromFeed = subscription.text === 'feed' || item.isVideo;
  const inFeed = isFromFeed ? await articleInFeed(story, deps) : undefined;
  if (inFeed) return { kind: 'clipped', article: inFeed, from: 'feed' };
  if (item.isVideo) return { kind: 'refused', reason: 'The feed says nothing of this video.' };
  try {
    return await fromPage(story, deps);
  } catch (error) {
    const reason = failureSentence(error);
    if (mayWorkLater(error) && mayWait(story, deps)) {
      return { kind: 'waiting', reason };
    }
    const article = await articleInFeed(story, deps);
    return article ? { kind: 'clipped', article, from: 'feed', reason } : { kind: 'refused', reason };
  }
}

/** @throws {FetchError} also where a further page cannot be had for now: the whole story is waited for. */
async function fromPage(story: Story, deps: ClipDeps): Promise<ClippedStory> {
  const { clip, fetch, timeoutSeconds, now } = deps;
  const page = await loadPage(story.url, { fetch, timeoutSeconds });
  if (isFrontPage(page.url) && !isFrontPage(story.url)) {
    throw new CliError('The address leads to the front page now; the story is not there any more.');
  }
  const { article: clipped, problems, failures } = await clip(page, now);
  const passing = failures.find(mayWorkLater);
  if (passing !== undefined && mayWait(story, deps)) throw passing;
  const article = completeFromFeed(clipped, story.item, contextOf(story, page.url, now));
  const { site } = story.subscription;
  const named: Article = site === undefined ? article : { ...article, siteName: { value: site, origin: 'user' } };
  if (named.warnings.length > 0) {
    const inFeed = await articleInFeed(story, { now });
    if (inFeed && isWholeInFeed(named, inFeed)) {
      const reason = 'The page shows the beginning of the story only; the feed has more of it.';
      // The address, author and site that the page states are still the story's own.
      const { url, pageUrl, siteName, authors } = named;
      return { kind: 'clipped', article: { ...inFeed, url, pageUrl, siteName, authors }, from: 'feed', reason };
    }
  }
  return { kind: 'clipped', article: named, from: 'page', problems };
}

async function articleInFeed(story: Story, { now }: Pick<ClipDeps, 'now'>): Promise<Article | undefined> {
  const { item, url } = story;
  if (item.html === '') return undefined;
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const { window } = new JSDOM(capDepth(item.html), { virtualConsole: new VirtualConsole() });
  try {
    return articleOfItem(item, window.document, contextOf(story, url, now));
  } finally {
    window.close();
  }
}

function contextOf({ feed, subscription }: Story, url: string, now: Date): ItemContext {
  const zone = subscription.zone ?? siteRules.find(url, true)?.zone;
  const siteName = subscription.site ?? (feed.title || new URL(url).hostname);
  return { url, siteName, language: feed.language, now, ...(zone === undefined ? {} : { zone }) };
}

/** Sites that have lost a story often send its readers to their front page. */
function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.\w+)?$/.test(pathname);
}

function mayWait({ waitsSince }: Story, { now }: ClipDeps): boolean {
  return now.getTime() - (waitsSince ?? now.getTime()) < PATIENCE;
}

function mayWorkLater(error: unknown): boolean {
  return error instanceof FetchError && error.isPassing;
}
