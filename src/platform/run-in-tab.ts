import { browser } from './browser.ts';
import { lastResult } from './last-result.ts';

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
