import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import { axeFaults } from './harness/axe-faults.ts';
import { clickControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { launchFirefox } from './harness/firefox.ts';
import { type FolderBrowser, launchFolderBrowser } from './harness/folder-browser.ts';
import { pickFolder } from './harness/pick-folder.ts';
import { canHaveScreen, openScreen } from './harness/screen.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import { waitFor } from './harness/wait-for.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const home = mkdtempSync(join(tmpdir(), 'jianbao-first-'));
let site: Site;
let browser: FolderBrowser | undefined;

beforeAll(async () => {
  mkdirSync('test-results', { recursive: true });
  const ferry = pageFile('night-ferry.html');
  site = await serveSite({ '127.0.0.1/ferry': ferry, 'courier.example/ferry': ferry });
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

afterAll(async () => {
  await site.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

async function says(page: Page, text: string): Promise<void> {
  await waitFor(`“${text}”`, () => page.evaluate((wanted) => document.body.textContent.includes(wanted), text));
}

const posts = (folder: string): string[] => filesBelow(folder).filter((path) => path.endsWith('.md'));

describe.runIf(canHaveScreen)('a person with a new profile', () => {
  it('has a Hugo post in a folder of their own after four presses', async () => {
    // Alone in its parent: the dialog offers names that begin alike, and then the keys mean the offer.
    const folder = join(home, 'picked', 'archive');
    mkdirSync(folder, { recursive: true });
    const screen = await openScreen();
    try {
      browser = await launchFolderBrowser(join(home, 'picked-profile'), 'ask', screen);
      const page = await browser.own('ui/welcome/index.html');
      await page.bringToFront();
      await says(page, 'Which program are the posts for?');
      // 1: the program.
      await page.click('input[value="hugo"]');
      // 2: the folder, with the browser's own dialogs: which one, and whether to write there.
      const said = () => page.evaluate(() => document.body.textContent);
      const isAllowed = async () => (await said()).includes('Posts go to “archive” from now on.');
      await pickFolder({ screen, page, folder }, isAllowed, async () =>
        expect(await said()).not.toContain('from now on'),
      );
      await page.goto(`http://127.0.0.1:${site.port}/ferry`);
      // 3: the button, on a story.
      const popup = await browser.openPopup();
      await popup.waitForSelector('#save');
      // 4: Save.
      await popup.click('#save');
      await waitFor('the post', () => posts(folder).length === 1);
      const [path = ''] = posts(folder);
      expect(path).toMatch(/^content\/posts\/\d{4}-\d\d-\d\d-[^/]+\/index\.md$/);
      expect(readFileSync(join(folder, path), 'utf8')).toMatch(/^---\ntitle: "/);
    } finally {
      await browser?.close();
      browser = undefined;
      screen.close();
    }
  });
});

describe('a person with a new profile in Firefox', () => {
  it('is offered what Firefox has, and has a Hugo post in the downloads after three presses', async () => {
    const firefox = await launchFirefox({ site });
    try {
      const welcome = await firefox.openOwnPage('ui/welcome/index.html');
      await waitForText(welcome, english.welcomePinFirefox.message);
      const shown = await welcome.run(() => document.body.textContent);
      for (const { message } of [
        english.welcomePlaceWhy,
        english.companionWhy,
        english.welcomeCompanion,
        english.welcomePlaces,
      ]) {
        expect(shown).toContain(message);
      }
      expect(shown).not.toContain(english.welcomePinWhy.message);
      expect(await welcome.run(() => document.querySelector('#drop'))).toBe(null);
      // 1: the program.
      await welcome.click('input[value="hugo"]');
      await waitFor('the choice to be kept', () =>
        welcome.evaluate(
          `browser.storage.local.get('settings').then((stored) => JSON.stringify(stored).includes('"hugo"'))`,
        ),
      );
      expect(await axeFaults(welcome)).toEqual([]);
      await welcome.screenshot('test-results/firefox-welcome-chosen.png');
      await firefox.open('http://courier.example/ferry');
      // 2: the button, on a story.
      const popup = await firefox.openPopup();
      await readControl(popup, 'Title');
      // 3: Save.
      await clickControl(popup, 'Save');
      await waitFor('the post', () => posts(firefox.downloads).length === 1);
      const [path = ''] = posts(firefox.downloads);
      expect(path).toMatch(/^Jianbao\/content\/posts\/\d{4}-\d\d-\d\d-[^/]+\/index\.md$/);
      expect(readFileSync(join(firefox.downloads, path), 'utf8')).toMatch(/^---\ntitle: "/);
      expect(await firefox.complaints()).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
});

/** A story for the reader view, as the editor hands it over: read from the right, long enough for an outline. */
const STORY = {
  title: 'عودة جرس الميناء',
  sourceTitle: 'عودة جرس الميناء',
  authors: 'بريد الميناء',
  date: '2026-03-09 08:00',
  siteName: 'بريد الميناء',
  url: 'http://courier.example/ar',
  language: 'ar',
  direction: 'rtl',
  story: {
    html: ['الجرس', 'الميناء', 'العاصفة']
      .map((heading) => `<h2>${heading}</h2><p>${'عُلّق جرس الميناء القديم من جديد يوم الأحد. '.repeat(6)}</p>`)
      .join('<table><tr><td>https://courier.example/a-very-long-address-without-any-place-to-break</td></tr></table>'),
  },
};

const WIDTHS = [
  ['360px', 360],
  ['200-percent', 640],
] as const;

const LOOKS = [
  ['', 'en', 'light'],
  ['-zh-dark', 'zh-CN', 'dark'],
] as const;

describe('the pages at narrow widths', () => {
  it.each(LOOKS)('never scroll sideways, and axe finds nothing%s', async (suffix, language, scheme) => {
    browser = await launchFolderBrowser(join(home, `narrow-profile${suffix}`), 'ask');
    const { page } = browser;
    await browser.own('ui/options/index.html');
    await page.evaluate(
      `chrome.storage.local.set({ settings: { version: 0, settings: { language: ${JSON.stringify(language)} } } })`,
    );
    await page.evaluate(`chrome.storage.session.set({ 'reading a': ${JSON.stringify(STORY)} })`);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const faults: string[] = [];
    for (const own of ['welcome', 'options', 'library', 'batch', 'panel', 'reader']) {
      for (const [name, width] of WIDTHS) {
        await page.setViewport({ width, height: 800, deviceScaleFactor: name === '360px' ? 1 : 2 });
        await browser.own(`ui/${own}/index.html#${own === 'reader' ? 'a' : ''}`);
        await page.reload();
        await page.waitForSelector('h1');
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) faults.push(`${own} at ${name}: ${over}px too wide`);
        await page.screenshot({ path: `test-results/${own}-${name}${suffix}.png`, fullPage: true });
      }
      await page.evaluate(AXE);
      const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      faults.push(...(found as string[]).map((fault) => `${own}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it('show column heads and explain variables in the editor of formats, and ask before one is deleted', async () => {
    browser = await launchFolderBrowser(join(home, 'formats-profile'), 'ask');
    const { page } = browser;
    await page.setViewport({ width: 1100, height: 800 });
    await browser.own('ui/options/index.html');
    const press = async (name: string): Promise<void> => {
      await waitFor(`“${name}”`, () =>
        page.evaluate((wanted) => {
          const section = document.querySelector('#presets')?.parentElement;
          const buttons = [...(section?.querySelectorAll<HTMLElement>('button, summary') ?? [])];
          const found = buttons.find(({ textContent }) => textContent.trim() === wanted);
          found?.click();
          return found !== undefined;
        }, name),
      );
    };
    await press('Copy and change Jekyll');
    await page.waitForSelector('.key-heads');
    const heads = await page.$$eval('.key-heads span', (spans) => spans.map(({ textContent }) => textContent));
    expect(heads).toEqual(['Field', 'Value', 'Type']);
    const startsOf = (selector: string) =>
      page.$$eval(selector, (cells) => cells.slice(0, 3).map((cell) => Math.round(cell.getBoundingClientRect().left)));
    expect(await startsOf('.key-heads span')).toEqual(await startsOf('.key-row:not(.key-heads) .field'));
    await press('What templates can say');
    await says(page, '{{published | date:"YYYY-MM-DD"}}');
    await page.screenshot({ path: 'test-results/format-editor.png', fullPage: true });
    await press('Save the format');
    await page.waitForSelector('.own-presets li');
    await press('Delete');
    await page.waitForSelector('[role="alertdialog"]');
    await press('Cancel');
    expect(await page.$$('.own-presets li')).toHaveLength(1);
    await press('Delete');
    await page.waitForSelector('[role="alertdialog"]');
    await page.click('[role="alertdialog"] .link');
    await page.waitForFunction(() => document.querySelector('.own-presets li') === null);
  });
});
