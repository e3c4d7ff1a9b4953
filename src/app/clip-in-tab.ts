import type { Article } from '../core/model/article.ts';
import type { ClipAnswer } from '../core/model/clip-answer.ts';
import { ClipError } from '../core/model/failure.ts';
import { closeTab, openTab } from '../platform/open-tab.ts';
import { findTab, type Tab } from '../platform/tabs.ts';
import { clipTabWhole } from './clip-tab-whole.ts';
import { PageError } from './fetch-page.ts';

/** Pages that draw their story after they have loaded are given so long, once, in milliseconds. */
const SECOND_LOOK_MS = 3_000;

/**
 * Clips a page as the user sees it: in the tab that shows it already, else in one that is opened behind the others and
 * closed again.
 *
 * @param shownIn a tab that showed the page when it was listed.
 * @throws {PageError} `not-allowed`, `unreachable`.
 * @throws {ClipError} where it holds no story.
 */
export async function clipInTab(url: string, shownIn: number | undefined, signal: AbortSignal): Promise<Article> {
  const shown = shownIn === undefined ? undefined : await findTab(shownIn);
  if (shown?.url === url) {
    const answer = await clipTabWhole(shown);
    if (answer.ok) return answer.article;
  }
  let opened: number | undefined;
  const close = (): void => void (opened !== undefined && closeTab(opened));
  signal.addEventListener('abort', close);
  try {
    const tab = await openTab(url, 'behind', (id) => {
      opened = id;
    });
    signal.throwIfAborted();
    if (!tab) throw new PageError('unreachable', 'the tab was closed');
    return articleOf(await clipLoaded(tab));
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

/** Clips a tab; once more where its story may still be coming. */
async function clipLoaded(tab: Tab): Promise<ClipAnswer> {
  const answer = await clipTabWhole(tab);
  if (answer.ok || !['no-article', 'page-not-loaded', 'navigated'].includes(answer.failure.code)) return answer;
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
