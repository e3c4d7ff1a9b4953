import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from './harness/files-below.ts';
import { type FolderBrowser, launchFolderBrowser } from './harness/folder-browser.ts';
import { pickFolder } from './harness/pick-folder.ts';
import { canHaveScreen, openScreen } from './harness/screen.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import { waitFor } from './harness/wait-for.ts';

const home = mkdtempSync(join(tmpdir(), 'jianbao-grant-'));
let site: Site;
let browser: FolderBrowser | undefined;

beforeAll(async () => {
  site = await serveSite({ '127.0.0.1/ferry': pageFile('night-ferry.html') });
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

afterAll(async () => {
  await site.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Alone in its parent: the dialog offers names that begin alike, and then the keys mean the offer. */
function emptyFolder(name: string): string {
  const folder = join(home, name, 'archive');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Chromium takes the grant back a moment after the last page of the extension is left: a popup may open before that. */
function popupOfLapsed({ openPopup }: FolderBrowser): Promise<Page> {
  return waitFor('a popup that says that Save asks', async () => {
    const popup = await openPopup();
    const said = () => popup.evaluate(() => document.body.textContent.includes('Save asks for it again'));
    if (await waitFor('the sentence', said, 5_000).catch(() => false)) return popup;
    await popup.close();
    return undefined;
  });
}

async function waitForText(page: Page, text: string): Promise<void> {
  await waitFor(`“${text}”`, () => page.evaluate((wanted) => document.body.textContent.includes(wanted), text));
}

const posts = (folder: string): string[] => filesBelow(folder).filter((path) => path.endsWith('.md'));

describe('a folder whose grant is over', () => {
  it('is said to be, and is written to after the very press on Save; so after a restart', async () => {
    const folder = emptyFolder('lapsed');
    const profile = join(home, 'lapsed-profile');
    for (const [time, title] of ['First', 'Second'].entries()) {
      browser = await launchFolderBrowser(profile, 'ask');
      if (time === 0) await browser.dropFolder(folder);
      await browser.page.goto(`http://127.0.0.1:${site.port}/ferry`);
      const popup = await popupOfLapsed(browser);
      await popup.click('#field-title');
      await popup.keyboard.press('End');
      await popup.keyboard.type(` ${title}`);
      await popup.click('#save');
      await waitFor('the post', () => posts(folder).length === 1);
      await waitForText(popup, 'Saved: ');
      const [path = ''] = posts(folder);
      await waitFor('its words', () => readFileSync(join(folder, path), 'utf8').includes(title));
      await browser.own('ui/library/index.html');
      expect(await browser.deliveries()).toMatchObject([{ state: 'done', version: time + 1 }]);
      await browser.close();
    }
  });
});

describe.runIf(canHaveScreen)('the browser’s own dialog', () => {
  it('gives a folder that the next clip goes to', async () => {
    const folder = emptyFolder('picked');
    const screen = await openScreen();
    try {
      browser = await launchFolderBrowser(join(home, 'picked-profile'), 'ask', screen);
      const page = await browser.own('ui/options/index.html');
      await page.bringToFront();
      const { folderIsAllowed } = browser;
      await pickFolder({ screen, page, folder }, folderIsAllowed);
      await browser.folderIsRead();
      await page.goto(`http://127.0.0.1:${site.port}/ferry`);
      const popup = await browser.openPopup();
      await popup.click('#save');
      await waitFor('the post', () => posts(folder).length === 1);
    } finally {
      await browser?.close();
      screen.close();
    }
  });
});
