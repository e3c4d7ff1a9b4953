import {
  type ClipAnswer,
  isClipAnswer,
  isPageAnswer,
  type ModulesWanted,
  type PageAnswer,
  type Refusal,
} from '../core/model/clip-answer.ts';
import { ClipError, type FailureCode } from '../core/model/failure.ts';
import { COMPLETION_MODULE, MODULE_NAMES, moduleFile } from '../core/model/module-names.ts';
import { likelyModules } from '../core/modules/likely-modules.ts';
import { browser } from './browser.ts';
import { explainRejection, refusedByAddress } from './refused-page.ts';
import { findTab, type Tab } from './tabs.ts';

/**
 * Runs the content script in a tab and gives what it found. Never rejects: whatever goes wrong is an answer
 * with a failure.
 *
 * @param tab as it was when the user pressed: an answer from any other document is refused as `navigated`.
 */
export function injectClip(tab: Tab): Promise<PageAnswer> {
  return inject(tab, [], isPageAnswer);
}

/** The same, finished in the page: for whoever has no DOM, as a service worker has none. */
export function injectWholeClip(tab: Tab): Promise<ClipAnswer> {
  return inject(tab, [moduleFile(COMPLETION_MODULE)], isClipAnswer);
}

async function inject<Answer extends ClipAnswer | PageAnswer>(
  tab: Tab,
  before: readonly string[],
  isAnswer: (value: unknown) => value is Answer,
): Promise<Answer | Refusal> {
  const refused = refusedByAddress(tab.url);
  if (refused) return failed(refused, tab.url);
  try {
    const first = await runInPage(tab, [...before, ...likelyModules(tab.title).map(moduleFile), 'content.js']);
    const result = isModulesWanted(first)
      ? await runInPage(tab, [...before, ...moduleFiles(first), 'content.js'])
      : first;
    if (!isAnswer(result)) throw new ClipError('unexpected', 'no answer');
    return sameDocument(result.address, tab.url) ? result : failed('navigated', result.address);
  } catch (error) {
    if (error instanceof ClipError) return failed(error.code, error.detail);
    const message = messageOf(error);
    const now = await findTab(tab.id);
    if (!now || (now.url !== '' && !sameDocument(now.url, tab.url))) return failed('navigated', message);
    return failed(explainRejection(message, tab.url), message);
  }
}

/**
 * Runs scripts of ours in the page and gives what the last one came to.
 *
 * @throws {ClipError} `unexpected` where it came to nothing.
 */
async function runInPage(tab: Tab, files: readonly string[]): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    // From the root: Firefox takes other paths as relative to the page that asks.
    files: files.map((file) => `/${file}`),
    // The browser would wait for every script of the page; the content script knows better how long (when-parsed.ts).
    injectImmediately: true,
  });
  if (frame?.error !== undefined) throw new ClipError('unexpected', messageOf(frame.error));
  return frame?.result;
}

/** The scripts of the modules that a page asked for: of ours only, whatever it said. */
function moduleFiles({ wanted }: ModulesWanted): string[] {
  return MODULE_NAMES.filter((name) => wanted.includes(name)).map(moduleFile);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(code: FailureCode, detail: string): Refusal {
  return { ok: false, address: '', failure: { code, detail } };
}

function isModulesWanted(value: unknown): value is ModulesWanted {
  return typeof value === 'object' && value !== null && 'wanted' in value && Array.isArray(value.wanted);
}

/** Same address but for the fragment, which a page changes while one reads. An unknown one (no grant) is taken as same. */
function sameDocument(one: string, other: string): boolean {
  return one === '' || other === '' || withoutFragment(one) === withoutFragment(other);
}

function withoutFragment(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}
