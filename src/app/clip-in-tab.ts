import type { Article } from '../core/model/article.ts';
import type { ClipAnswer } from '../core/model/clip-answer.ts';
import { ClipError, type FailureCode } from '../core/model/failure.ts';
import { openTab } from '../platform/open-tab.ts';
import { closeOpenedTab, onTabClosed, rememberTab } from '../platform/opened-tabs.ts';
import { findTab, type Tab } from '../platform/tabs.ts';
import { clipPagesInTab } from './clip-pages-in-tab.ts';
import { clipTabWhole } from './clip-tab-whole.ts';
import { PageError } from './fetch-page.ts';
import { seePagesInTab } from './see-pages-in-tab.ts';

/** Pages that draw their story after they have loaded are given so long, once, in milliseconds. */
const SECOND_LOOK_MS = 3_000;

/**
 * Clips a page as the user sees it: in the tab that shows it already, else in one that is opened behind the others and
 * closed again. The further pages of its story are read from that tab; those that cannot be had are named in the article.
 *
 * @param shownIn a tab that showed the page when it was listed.
 * @throws {PageError} `not-allowed`, `unreachable`, `tab-closed` where the user closed the tab.
 * @throws {ClipError} where it holds no story.
 */
export async function clipInTab(url: string, shownIn: number | undefined, signal: AbortSignal): Promise<Article> {
  const shown = shownIn === undefined ? undefined : await findTab(shownIn);
  if (shown?.url === url) {
    const answer = await clipTabWhole(shown);
    if (answer.ok) return withFurtherPages(shown, answer.article, signal);
  }
  return clipBehind(url, signal);
}

async function clipBehind(url: string, signal: AbortSignal): Promise<Article> {
  let opened: number | undefined;
  let closedBy: 'user' | 'window' | undefined;
  const stop = onTabClosed((id, isWithWindow) => {
    if (id === opened) closedBy = isWithWindow ? 'window' : 'user';
  });
  const close = (): void => {
    stop();
    if (opened !== undefined) closeOpenedTab(opened);
  };
  signal.addEventListener('abort', close);
  try {
    const tab = await openTab(url, 'behind', (id) => {
      opened = id;
      rememberTab(id);
    });
    signal.throwIfAborted();
    if (!tab) throw new PageError('unreachable', 'the tab was closed');
    return await withFurtherPages(tab, articleOf(await clipLoaded(tab)), signal);
  } catch (error) {
    if (opened !== undefined && !(await findTab(opened))) closedBy ??= 'user';
    if (closedBy === 'user' && !signal.aborted) throw new PageError('tab-closed', '');
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

/** Reads the further pages of a story that a tab shows from there. */
async function withFurtherPages(tab: Tab, article: Article, signal: AbortSignal): Promise<Article> {
  const seen = await seePagesInTab(tab.id);
  if (!seen) return article;
  const whole = await clipPagesInTab(tab, { article, seen }, { onProgress: () => {}, signal });
  signal.throwIfAborted();
  return whole;
}

/** Failures of a page whose story may still be coming. */
const MAY_COME: ReadonlySet<FailureCode> = new Set(['no-article', 'scripts-needed', 'page-not-loaded', 'navigated']);

/** Clips a tab; once more where its story may still be coming. */
async function clipLoaded(tab: Tab): Promise<ClipAnswer> {
  const answer = await clipTabWhole(tab);
  if (answer.ok || !MAY_COME.has(answer.failure.code)) return answer;
  await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
  return clipTabWhole((await findTab(tab.id)) ?? tab);
}

function articleOf(answer: ClipAnswer): Article {
  if (answer.ok) return answer.article;
  const { code, detail } = answer.failure;
  if (code === 'permission' || code === 'browser-page') throw new PageError('not-allowed', detail);
  if (code === 'page-not-loaded') throw new PageError('unreachable', detail);
  throw new ClipError(code, detail);
}
