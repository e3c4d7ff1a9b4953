import type { PageAnswer } from '../core/model/clip-answer.ts';
import { moduleFile } from '../core/model/module-names.ts';
import type { EarlyClip } from '../platform/early-clip.ts';
import { loadCheck } from '../platform/load-check.ts';
import type { Tab } from '../platform/tabs.ts';
import { runClip } from './run-clip.ts';

/**
 * Clips the page of a tab for the popup, which completes the clip. Never rejects.
 *
 * @param early the content script that was injected already, with the modules that the title makes likely.
 */
export function clipTab(tab: Tab, early?: EarlyClip): Promise<PageAnswer> {
  return runClip(tab, { loadCheck, early });
}

/** The same with the authors read in the page. */
export function clipTabWithAuthors(tab: Tab): Promise<PageAnswer> {
  return runClip(tab, { loadCheck, before: [moduleFile('authors')] });
}
