import { clipTabWhole } from '../app/clip-tab-whole.ts';
import { markedTab, rememberMarkedTab } from '../app/marked-tab.ts';
import { writeClipPost } from '../app/write-clip-post.ts';
import { ClipError, toFailure } from '../core/model/failure.ts';
import type { Highlight } from '../core/model/highlight.ts';
import type { HighlightAnswer, HighlighterTexts, HighlightRequest } from '../core/model/highlight-request.ts';
import { HIGHLIGHTER_MODULE, moduleFile } from '../core/model/module-names.ts';
import { HIGHLIGHT_REQUEST_KEY } from '../core/model/task-key.ts';
import { documentAddress } from '../core/text/same-document.ts';
import { keyPart } from '../i18n/messages.ts';
import { changeHighlights } from '../library/commands/change-highlights.ts';
import type { NamedStory } from '../library/queries/pending-highlights.ts';
import { readHighlights } from '../library/queries/read-highlights.ts';
import { hidePaint, showPaint } from '../platform/highlight-paint.ts';
import { leaveValue } from '../platform/leave-task.ts';
import type { AskingTab } from '../platform/messages.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import { findTab, type Tab } from '../platform/tabs.ts';
import { changes, deliver, library } from './library.ts';
import { showFailed } from './show-progress.ts';
import { translator } from './translator.ts';

/** Lets the user mark passages of a story on the page of a tab. */
export async function highlightPage(tabId: number, story: NamedStory): Promise<void> {
  try {
    const pageUrl = documentAddress((await findTab(tabId))?.url ?? '');
    await rememberMarkedTab(tabId, { url: story.url, title: story.title, pageUrl });
    const { highlights } = await readHighlights(library, story);
    const request: HighlightRequest = { highlights, texts: textsOf(), language: translator.language };
    await showPaint(tabId);
    await leaveValue(tabId, HIGHLIGHT_REQUEST_KEY, request);
    await runInTab(tabId, [moduleFile(HIGHLIGHTER_MODULE)]);
  } catch (error) {
    await showFailed(tabId, toFailure(error));
  }
}

/** The same by the keyboard: which story it is, the page is asked first. */
export async function highlightTab(tab: Tab): Promise<void> {
  try {
    const answer = await clipTabWhole(tab);
    if (!answer.ok) throw new ClipError(answer.failure.code, answer.failure.detail);
    await highlightPage(tab.id, { url: answer.article.url, title: answer.article.title.value });
  } catch (error) {
    await showFailed(tab.id, toFailure(error));
  }
}

/**
 * Keeps a change that the user made on a page. The story is the one that the highlighter was started for, never one that
 * the page names; a page that has gone elsewhere meanwhile changes nothing.
 */
export async function changeFromPage(
  tab: AskingTab,
  change: { readonly put?: readonly Highlight[]; readonly remove?: readonly string[] },
): Promise<HighlightAnswer> {
  const marked = await markedTab(tab.id, tab.url);
  if (!marked) return { isKept: false, why: translator.t('highlightOtherPage') };
  try {
    const changed = await changeHighlights(library, {
      of: marked,
      ...change,
      writePost: writeClipPost,
      now: Date.now(),
    });
    if (changed?.clipId !== undefined) changes.announce({ kind: 'clips', ids: [changed.clipId] });
    return { isKept: true };
  } catch (error) {
    return { isKept: false, why: translator.t(`failure_${keyPart(toFailure(error).code)}`) };
  }
}

/** The highlighter was closed: what it changed is delivered now. */
export async function endHighlights(tab: AskingTab): Promise<HighlightAnswer> {
  await hidePaint(tab.id);
  await deliver(true);
  return { isKept: true };
}

function textsOf(): HighlighterTexts {
  const { t } = translator;
  return {
    title: t('highlighter'),
    help: t('highlighterHelp'),
    notPainted: t('highlightsNotPainted'),
    colours: { yellow: t('colour_yellow'), green: t('colour_green'), blue: t('colour_blue'), pink: t('colour_pink') },
    mark: t('highlightMark', '%1'),
    note: t('highlightNote'),
    remove: t('highlightRemove'),
    close: t('close'),
    list: t('highlightList', '%1'),
    lost: t('highlightsLost', '%1'),
    reasons: { gone: t('highlightLost_gone'), ambiguous: t('highlightLost_ambiguous') },
    marked: t('highlightMarked'),
    removed: t('highlightRemoved'),
    saved: t('highlightSaved'),
    notSaved: t('highlightNotSaved', '%1'),
    retry: t('retry'),
    nothingSelected: t('highlightNothingSelected'),
  };
}
