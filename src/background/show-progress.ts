import type { FailedSave } from '../app/failed-saves.ts';
import type { Failure } from '../core/model/failure.ts';
import { pageRanges } from '../core/pages/page-ranges.ts';
import { keyPart } from '../i18n/messages.ts';
import { clearBadge, showBadge, showBadgeEverywhere } from '../platform/badge.ts';
import { isButtonOnToolbar, showToast } from '../platform/page-toast.ts';
import { translator } from './translator.ts';

/** How long “saved” stays: long enough to be seen from the corner of an eye. */
const SAVED_MS = 4000;

/** What takes “saved” from a tab's button; a story that is saved again meanwhile has its own time. */
const fading = new Map<number, ReturnType<typeof setTimeout>>();

/** The button says that a page is being read. */
export async function showReading(tabId: number): Promise<void> {
  await showBadge(tabId, { text: '…', colour: 'ink-2', title: translator.t('reading') });
}

/** The button says how much of a large page is read, from 0 to 1. */
export async function showShare(tabId: number, share: number): Promise<void> {
  await showBadge(tabId, { text: `${Math.round(share * 100)}%`, colour: 'ink-2', title: translator.t('readingLarge') });
}

/** The button says which page of a story is being read. */
export async function showPages(tabId: number, page: number, total: number): Promise<void> {
  const title = translator.t('pagesReading', translator.number(page), translator.number(total));
  await showBadge(tabId, { text: `${page}/${total}`, colour: 'ink-2', title });
}

/** The button says that a post is saved without some pages of its story, until the tab goes elsewhere or is clipped. */
export async function showSavedInPart(tabId: number, path: string, missing: readonly number[]): Promise<void> {
  const sentence = translator.t(missing.length === 1 ? 'pageMissing' : 'pagesMissing', pageRanges(missing));
  const title = `${translator.t('badgeSaved', path)} ${sentence}`;
  await Promise.all([showBadge(tabId, { text: '!', colour: 'seal', title }), sayInPage(tabId, title)]);
}

/** The button says where a post went, for a moment. */
export async function showSaved(tabId: number, path: string): Promise<void> {
  const title = translator.t('badgeSaved', path);
  await Promise.all([showBadge(tabId, { text: '✓', colour: 'ok', title }), sayInPage(tabId, title)]);
  clearTimeout(fading.get(tabId));
  fading.set(
    tabId,
    setTimeout(() => {
      fading.delete(tabId);
      void clearBadge(tabId, title);
    }, SAVED_MS),
  );
}

/** The button says that nothing was saved, its tooltip why; until the tab goes elsewhere or is clipped. */
export async function showFailed(tabId: number, failure: Failure): Promise<void> {
  const title = translator.t(`failure_${keyPart(failure.code)}`);
  await Promise.all([showBadge(tabId, { text: '!', colour: 'seal', title }), sayInPage(tabId, title)]);
}

/** A clip that is kept and waits to be written is saved, and not yet where it should be. */
export async function showWaiting(tabId: number, failure: Failure): Promise<void> {
  const title = `${translator.t('keptNotWritten')} ${translator.t(`failure_${keyPart(failure.code)}`)}`;
  await Promise.all([showBadge(tabId, { text: '…', colour: 'seal', title }), sayInPage(tabId, title)]);
}

/** With the button behind the puzzle piece, its badge is not visible. */
async function sayInPage(tabId: number, text: string): Promise<void> {
  if (!(await isButtonOnToolbar())) await showToast(tabId, text);
}

/** The button asks to be pressed: the tab was opened for its story, and only a user gesture grants access to it. */
export async function showPressMe(tabId: number): Promise<void> {
  await showBadge(tabId, { text: '+', colour: 'seal', title: translator.t('badgePressMe') });
}

/** The button says over every page that saves of closed popups could not be carried out; with none, no more. */
export async function showFailedSaves(failed: readonly FailedSave[]): Promise<void> {
  const [first] = failed;
  if (!first) {
    await showBadgeEverywhere(undefined);
    return;
  }
  const reason = translator.t(`failure_${keyPart(first.failure.code)}`);
  const title = `${translator.count('savesFailed', failed.length)} ${reason}`;
  await showBadgeEverywhere({ text: '!', colour: 'seal', title });
}
