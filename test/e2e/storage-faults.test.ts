import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { type FolderBrowser, launchFolderBrowser } from './harness/folder-browser.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import { waitFor } from './harness/wait-for.ts';

const LIBRARY = 'ui/library/index.html';
const FIRST_VERSION = JSON.parse(
  readFileSync(new URL('../library/stored/version-1.json', import.meta.url), 'utf8'),
) as StoredDatabase;

interface StoredDatabase {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[];
        readonly indexes: Readonly<
          Record<string, { readonly keyPath: string | string[]; readonly multiEntry: boolean }>
        >;
        readonly rows: readonly unknown[];
      }
    >
  >;
}

describe('when the browser’s storage fails, in Chromium', () => {
  let site: Site;
  let profile: string;
  let archive: string;
  let browser: FolderBrowser;

  beforeAll(async () => {
    site = await serveSite({
      '127.0.0.1/ferry': pageFile('night-ferry.html'),
      '127.0.0.1/pier': pageFile('old-pier.html'),
    });
  });

  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), 'jianbao-storage-'));
    archive = mkdtempSync(join(tmpdir(), 'jianbao-archive-'));
    browser = await launchFolderBrowser(profile, 'always');
  });

  afterEach(async () => {
    await browser.close();
    rmSync(archive, { recursive: true });
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  afterAll(() => site.close());

  async function anotherTab(path: string): Promise<Page> {
    const page = await browser.page.browser().newPage();
    await page.goto(`chrome-extension://${browser.id}/${path}`, { waitUntil: 'load' });
    return page;
  }

  /** Again where the worker, which wakes after the extension was installed, has opened the library in between. */
  async function lay(page: Page, held: boolean): Promise<void> {
    await waitFor('the database', () => page.evaluate(layDatabase, FIRST_VERSION, held).then(() => true));
  }

  async function press(path: string): Promise<Page> {
    await browser.page.goto(`http://127.0.0.1:${site.port}/${path}`);
    const popup = await browser.openPopup();
    await popup.click('#save');
    return popup;
  }

  async function save(path: string): Promise<void> {
    await says(await press(path), 'Saved: ');
  }

  const titles = (): Promise<(string | null)[]> =>
    browser.page.$$eval('.clip-title', (all) => all.map((title) => title.textContent));

  async function says(page: Page, text: string): Promise<void> {
    await waitFor(`“${text}”`, () => page.evaluate((wanted) => document.body.textContent.includes(wanted), text));
  }

  it('no room: the save says so, the text is still there, and so is what was kept before', async () => {
    await browser.dropFolder(archive);
    await save('ferry');
    // A browser that has just written has room in hand, and asks for none.
    await browser.close();
    browser = await launchFolderBrowser(profile, 'always');
    const session = await browser.page.createCDPSession();
    const origin = `chrome-extension://${browser.id}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const popup = await press('pier');
    await says(popup, 'The browser has no room left for the library.');
    expect(await popup.evaluate(() => document.body.textContent)).toContain('pier');
    await popup.close();
    await browser.own(LIBRARY);
    await waitFor('the clip', async () => (await titles()).length === 1);

    // A popup that is closed in the moment of the press leaves it to the background, whose only voice is the button.
    await browser.page.goto(`http://127.0.0.1:${site.port}/pier`);
    const hasty = await browser.openPopup();
    const pressed = hasty.evaluate(() => {
      document.querySelector<HTMLElement>('#save')?.click();
      window.close();
    });
    // It may be gone before it has answered.
    await pressed.catch((error: unknown) => expect(String(error)).toMatch(/closed|destroyed/));
    await browser.own(LIBRARY);
    const mark = () => browser.page.evaluate(`chrome.action.getBadgeText({})`);
    await waitFor('the mark on the button', async () => (await mark()) === '!');
    expect(await browser.page.evaluate(`chrome.action.getTitle({})`)).toBe(
      '1 story is not saved yet. The browser has no room left for the library.',
    );
    await browser.page.goto(`http://127.0.0.1:${site.port}/ferry`);
    const next = await browser.openPopup();
    await says(next, '1 story is not saved yet.');
    expect(await axeFaults({ evaluate: (expression) => next.evaluate(expression) })).toEqual([]);
    mkdirSync('test-results', { recursive: true });
    await next.screenshot({ path: 'test-results/popup-failed-saves.png' });

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await next.evaluate(() => {
      for (const button of document.querySelectorAll('button')) if (button.textContent === 'Try again') button.click();
    });
    await waitFor('the notice to go', () => next.evaluate(() => !document.body.textContent.includes('not saved yet')));
    await next.close();
    await browser.own(LIBRARY);
    await waitFor('both clips', async () => (await titles()).length === 2);
    await waitFor('the button without the mark', async () => (await mark()) === '');
  });

  it('another tab keeps the library busy: a popup that is closed in the press on Save loses nothing', async () => {
    const busy = await anotherTab(LIBRARY);
    await busy.waitForSelector('.nothing');
    await browser.page.goto(`http://127.0.0.1:${site.port}/ferry`);
    await busy.evaluate(occupyLibrary);
    const popup = await browser.pressButton();
    await popup.waitForSelector('#save:not([aria-disabled="true"])');
    await popup.evaluate(() => {
      document.querySelector<HTMLElement>('#save')?.click();
      window.close();
    });
    await waitFor('the popup to close', () => popup.isClosed());
    await busy.evaluate('releaseLibrary()');
    await browser.own(LIBRARY);
    await waitFor('the clip', async () => (await titles()).length === 1);
  });

  it('a tab that holds the old schema: it is named; closed, the library opens with all that was in it', async () => {
    const holder = await anotherTab('manifest.json');
    await lay(holder, true);
    await browser.own(LIBRARY);
    await says(browser.page, 'Another tab keeps the library open in an older version.');
    await holder.close();
    await browser.page.reload();
    await says(browser.page, '渡轮星期一恢复行驶');
  });

  it('two tabs that upgrade the first schema at once: both have everything', async () => {
    await browser.own('manifest.json');
    await lay(browser.page, false);
    const tabs = await Promise.all([anotherTab(LIBRARY), anotherTab(LIBRARY), browser.own(LIBRARY)]);
    for (const tab of tabs) await says(tab, '渡轮星期一恢复行驶');
  });

  it('the connection closed under an open page by a newer version: said, and nothing is changed', async () => {
    await browser.own(LIBRARY);
    // Opened before the page has made it, the database would be an empty one of the test's own.
    await browser.page.waitForSelector('.nothing');
    await browser.queue('downloads', ['ferry', 'tram']);
    await browser.page.reload();
    await says(browser.page, 'tram');
    const newer = await anotherTab('ui/welcome/index.html');
    await newer.evaluate(upgradeTo, 99);
    await browser.page.bringToFront();
    await browser.page.keyboard.press('j');
    await browser.page.keyboard.press('Delete');
    await says(browser.page, 'The library was written by a newer version of Jianbao.');
    expect(await newer.evaluate(countClips)).toBe(2);
    await browser.page.reload();
    await says(browser.page, 'Back up');
  });
});

// What follows runs in a page of the extension.

/** In the place of the library, with none of today's code. Held, the connection stays open and deaf. */
function layDatabase({ version, stores }: StoredDatabase, held: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const removing = indexedDB.deleteDatabase('jianbao');
    removing.onerror = () => reject(removing.error);
    removing.onsuccess = () => {
      const opening = indexedDB.open('jianbao', version);
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => {
        for (const [name, { keyPath, indexes, rows }] of Object.entries(stores)) {
          const store = opening.result.createObjectStore(name, { keyPath });
          for (const [index, { keyPath: path, multiEntry }] of Object.entries(indexes))
            store.createIndex(index, path, { multiEntry });
          for (const row of rows) store.put(row);
        }
      };
      opening.onsuccess = () => {
        if (held) Object.assign(globalThis, { held: opening.result });
        else opening.result.close();
        resolve();
      };
    };
  });
}

/** A transaction that keeps every other one waiting, until `releaseLibrary` is called. Resolves when it has begun. */
function occupyLibrary(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      let isReleased = false;
      const releaseLibrary = (): void => {
        isReleased = true;
      };
      Object.assign(globalThis, { releaseLibrary });
      const names = [...opening.result.objectStoreNames];
      const store = opening.result.transaction(names, 'readwrite').objectStore('clips');
      const goOn = (): void => {
        resolve();
        if (isReleased) opening.result.close();
        else store.count().onsuccess = goOn;
      };
      goOn();
    };
  });
}

function upgradeTo(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao', version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

function countClips(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('clips').objectStore('clips').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}
