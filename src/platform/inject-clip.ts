import type { ClipAnswer } from '../core/clip-answer.ts';
import { ClipError, type FailureCode } from '../core/failure.ts';
import { browser } from './browser.ts';
import { explainRejection, refusedByAddress } from './refused-page.ts';
import { findTab, type Tab } from './tabs.ts';

/**
 * Runs the content script in a tab and gives what it found. Never rejects: whatever goes wrong is an answer
 * with a failure.
 *
 * @param tab as it was when the user pressed: an answer from any other document is refused as `navigated`.
 */
export async function injectClip(tab: Tab): Promise<ClipAnswer> {
  const refused = refusedByAddress(tab.url);
  if (refused) return failed(refused, tab.url);
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      // From the root: Firefox takes other paths as relative to the page that asks.
      files: ['/content.js'],
      // The browser would wait for every script of the page; the content script knows better how long (when-parsed.ts).
      injectImmediately: true,
    });
    if (!isClipAnswer(frame?.result)) throw new ClipError('unexpected', messageOf(frame?.error ?? 'no answer'));
    const answer = frame.result;
    return sameDocument(answer.address, tab.url) ? answer : failed('navigated', answer.address);
  } catch (error) {
    if (error instanceof ClipError) return failed(error.code, error.detail);
    const message = messageOf(error);
    const now = await findTab(tab.id);
    if (!now || (now.url !== '' && !sameDocument(now.url, tab.url))) return failed('navigated', message);
    return failed(explainRejection(message, tab.url), message);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(code: FailureCode, detail: string): ClipAnswer {
  return { ok: false, address: '', failure: { code, detail } };
}

/** A page's own world is isolated from ours, yet a compromised renderer may answer anything. */
function isClipAnswer(value: unknown): value is ClipAnswer {
  if (typeof value !== 'object' || value === null || !('ok' in value) || !('address' in value)) return false;
  if (typeof value.address !== 'string') return false;
  if (value.ok === true) return 'article' in value && typeof value.article === 'object' && value.article !== null;
  return value.ok === false && 'failure' in value && typeof value.failure === 'object' && value.failure !== null;
}

/** Same address but for the fragment, which a page changes while one reads. An unknown one (no grant) is taken as same. */
function sameDocument(one: string, other: string): boolean {
  return one === '' || other === '' || withoutFragment(one) === withoutFragment(other);
}

function withoutFragment(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}
