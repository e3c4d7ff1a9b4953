import { ClipError } from '../core/model/failure.ts';
import { browser } from './browser.ts';
import type { EarlyOutcome } from './early-clip.ts';

/**
 * Runs scripts of the extension in a tab's page and returns what the last one evaluates to.
 *
 * @param files from the extension's root, in order.
 * @throws {ClipError} `unexpected` where a script threw.
 * @throws what the browser throws where it refuses access to the page (`refused-page.ts` explains it).
 */
export async function runInTab(tabId: number, files: readonly string[]): Promise<unknown> {
  return lastResult(
    await browser.scripting.executeScript({
      target: { tabId },
      // From the root: Firefox takes other paths as relative to the page that asks.
      files: files.map((file) => `/${file}`),
      // The browser would wait for every script of the page; the content script knows better how long (when-parsed.ts).
      injectImmediately: true,
    }),
  );
}

/** The same of scripts that were begun before this one was loaded. @throws as `runInTab` does. */
export function resultOfEarly(outcome: EarlyOutcome): unknown {
  if ('error' in outcome) throw outcome.error;
  return lastResult(outcome.value);
}

/** What a browser's rejection says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Of the answer of `executeScript`: a list with an entry for each frame, of which there is one. */
function lastResult(frames: unknown): unknown {
  const frame: unknown = Array.isArray(frames) ? frames[0] : undefined;
  if (typeof frame !== 'object' || frame === null) return undefined;
  if ('error' in frame && frame.error !== undefined) throw new ClipError('unexpected', messageOf(frame.error));
  return 'result' in frame ? frame.result : undefined;
}
