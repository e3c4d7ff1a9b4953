import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Screen } from './screen.ts';
import { waitFor } from './wait-for.ts';

const TRIES = 5;

/** How long a yes may take to arrive, in milliseconds. */
const ANSWER_MS = 15_000;

/**
 * Presses the button that chooses a folder, and answers the browser's own dialogs as a person does: which folder, and that
 * it may be written to. The second is drawn in the browser's window, takes no key for its first half second, and nothing
 * tells when it is there. A try that answers too early is refused or heard by nobody: the next one waits longer.
 *
 * @param isAllowed whether the page knows of the yes.
 * @param whileAsked is run before the yes.
 */
export async function pickFolder(
  { screen, page, folder }: { screen: Screen; page: Page; folder: string },
  isAllowed: () => Promise<boolean>,
  whileAsked: () => Promise<void> = async () => {},
): Promise<void> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const before = await waitFor('the window', () => screen.windows());
    await (await page.waitForSelector('#drop .button'))?.click();
    await waitFor('the dialog', () => screen.windows() > before);
    await waitFor('the dialog to close', async () => {
      // What is typed before the dialog listens is lost: then all of it is typed anew.
      screen.act('key', 'ctrl+a', 'type', '--delay', '30', folder);
      screen.act('key', 'alt+o');
      return waitFor('its end', () => screen.windows() <= before, 5_000);
    });
    await sleep(1_000 * tried);
    await whileAsked();
    // The button that refuses has the focus, the next one allows.
    screen.act('key', 'Tab', 'sleep', '0.5', 'key', 'Return');
    const allowed = await waitFor('the yes', isAllowed, ANSWER_MS).catch(() => false);
    if (allowed) return;
    screen.act('key', 'Escape');
  }
  throw new Error(`the browser was asked ${TRIES} times and did not allow the folder`);
}
