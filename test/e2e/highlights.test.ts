import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { BROWSERS } from './harness/browsers.ts';
import { launchChromium } from './harness/chromium.ts';
import { clickControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { launchFolderBrowser } from './harness/folder-browser.ts';
import { paintedIn, selectText } from './harness/marked-text.ts';
import { rowsIn } from './harness/outbox.ts';
import { pageFile, type Site, type SitePage, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const BELL = 'courier.example/2026/bell';
const ARABIC = 'courier.example/ar';
const CRABS = 'with a family of crabs inside';
const MAYOR = 'because the mayor had not been listening';

/** Presses the button in the popup, which is drawn after the story, and waits for the highlighter on the page. */
async function startHighlighter({ page }: TestBrowser, popup: View, name: string): Promise<void> {
  await waitFor(`the button ${name}`, () =>
    popup.run((title) => {
      const button = document.querySelector<HTMLElement>(`button[title="${title}"]`);
      // The popup closes at the press, and could not answer.
      setTimeout(() => button?.click());
      return button !== null;
    }, name),
  );
  await waitFor('the highlighter', () => page.run(() => document.querySelector('[popover]') !== null));
}

describe.each(BROWSERS)('$name: highlights', ({ launch }) => {
  const pages: Record<string, SitePage> = { [BELL]: pageFile('desk-note-one.html') };
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    site = await serveSite(pages);
    browser = await launch({ site });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const picture = (of: string): string => `test-results/${browser.name}-highlights-${of}.png`;

  /** Opens the page and presses the popup's button. */
  async function startOn(url: string): Promise<void> {
    await browser.open(url);
    const popup = await browser.openPopup();
    await startHighlighter(browser, popup, 'Highlight on the page');
  }

  const painted = () => paintedIn(browser.page);

  const isOpen = () => browser.page.run(() => document.querySelector('[popover]') !== null);

  it('marks passages by keyboard with a note, and leaves the page as it was', async () => {
    await browser.open(`http://${BELL}`);
    const before = await browser.page.run(() => document.documentElement.outerHTML);
    await startOn(`http://${BELL}`);
    expect(await selectText(browser.page, CRABS)).toBe(CRABS);
    await browser.page.press('1');
    await waitFor('the first mark', async () => (await painted()).includes(`jianbao-yellow: ${CRABS}`));
    await selectText(browser.page, MAYOR);
    await browser.page.press('2');
    await waitFor('the second mark', async () => (await painted()).includes(`jianbao-green: ${MAYOR}`));
    await browser.page.press('n');
    for (const letter of 'Ask her') await browser.page.press(letter);
    await browser.page.screenshot(picture('marked'));
    await browser.page.press('Escape');
    await browser.page.press('Escape');
    await waitFor('the highlighter to close', async () => !(await isOpen()));
    expect(await painted()).toEqual([]);
    expect(await browser.page.run(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('writes them into the post, and lists them in the library', async () => {
    await browser.open(`http://${BELL}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Save');
    // The note that the highlighter was closed on may be kept after the clip: then the post is written once more.
    const post = await waitFor('the post with the note', () => {
      const path = filesBelow(browser.downloads).find((each) => each.includes('harbour-bell'));
      const text = path === undefined ? '' : readFileSync(join(browser.downloads, path), 'utf8');
      return text.includes('[^h1]: Ask her') && text;
    });
    expect(post).toContain(`in the mud, <mark markdown="span">${CRABS}</mark> that had`);
    expect(post).toContain(`<mark markdown="span">${MAYOR}</mark>[^h1].`);

    const library = await browser.openOwnPage('ui/library/index.html#filter=highlights');
    await waitForText(library, 'Harbour bell is hung again');
    await library.run(() => document.querySelector<HTMLElement>('[role="option"]')?.click());
    await waitForText(library, 'Highlights (2)');
    await waitFor('the passages in the story', async () => (await paintedIn(library)).length === 2);
    expect(await readControl(library, 'Note')).toBe('');
    expect(await axeFaults(library)).toEqual([]);
    await library.run(() => document.querySelector('.highlights')?.scrollIntoView());
    await library.screenshot(picture('library'));
  });

  it('finds them again on the changed page, and names what is lost', async () => {
    const page = String(pageFile('desk-note-one.html').body);
    const changed = page
      .replace(` ${MAYOR}`, '')
      .replace('and then a second time', 'and went home')
      .replace('<p>Divers had', '<p>Update: the bell has a crack.</p><p>Divers from Gull Bay had');
    pages[BELL] = { body: changed };
    await startOn(`http://${BELL}?utm_source=home`);
    await waitFor('the mark', async () => (await painted()).length > 0);
    expect(await painted()).toEqual([`jianbao-yellow: ${CRABS}`]);
    await browser.page.screenshot(picture('changed'));
    await browser.page.press('Escape');
    await waitFor('the highlighter to close', async () => !(await isOpen()));
    expect(await browser.complaints()).toEqual([]);
  });
});

describe('how highlights look in Chinese and dark', () => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite({ [BELL]: pageFile('desk-note-one.html'), [ARABIC]: pageFile('bell-arabic.html') });
    browser = await launchChromium({ site, dark: true, language: 'zh-CN' });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('shows the bar and the library, in which axe finds nothing', async () => {
    await browser.open(`http://${BELL}`);
    const popup = await browser.openPopup();
    await readControl(popup, '标题');
    await clickControl(popup, '保存');
    await startHighlighter(browser, popup, '在网页上划线');
    await browser.page.run(() =>
      getSelection()?.selectAllChildren(document.querySelector('.desk-note') ?? document.body),
    );
    await browser.page.press('4');
    await waitFor('the mark', () => browser.page.run(() => CSS.highlights.size === 1));
    await browser.page.screenshot('test-results/chromium-highlights-zh-dark.png');
    await browser.page.press('Escape');

    const library = await browser.openOwnPage('ui/library/index.html#filter=highlights');
    await waitFor('the clip', () => library.run(() => document.querySelector('[role="option"]') !== null));
    await library.run(() => document.querySelector<HTMLElement>('[role="option"]')?.click());
    await waitForText(library, '划线（1）');
    expect(await axeFaults(library)).toEqual([]);
    await library.run(() => document.querySelector('.highlights')?.scrollIntoView());
    await library.screenshot('test-results/chromium-highlights-zh-dark-library.png');
  });

  it('marks a page that is read from the right', async () => {
    const passage = 'واقفاً في الطين، وفيه عائلة من السرطانات';
    await browser.open(`http://${ARABIC}`);
    const popup = await browser.openPopup();
    await startHighlighter(browser, popup, '在网页上划线');
    const directionOf = (selector: string) =>
      browser.page.run(
        (wanted) => getComputedStyle(document.querySelector(wanted) ?? document.body).direction,
        selector,
      );
    expect([await directionOf('html'), await directionOf('[popover]')]).toEqual(['rtl', 'ltr']);
    expect(await selectText(browser.page, passage)).toBe(passage);
    await browser.page.press('3');
    await waitFor('the mark', async () => (await paintedIn(browser.page)).includes(`jianbao-blue: ${passage}`));
    await browser.page.screenshot('test-results/chromium-highlights-rtl-zh-dark.png');
    await browser.page.press('Escape');
  });
});

describe('a page that is left in the moment of a mark, while the background sleeps', () => {
  it('is left when the mark is kept: the browser asks before', async () => {
    const home = mkdtempSync(join(tmpdir(), 'jianbao-left-'));
    const site = await serveSite({ '127.0.0.1/bell': pageFile('desk-note-one.html') });
    const browser = await launchFolderBrowser(join(home, 'profile'), 'ask');
    try {
      const { page } = browser;
      const own = await page.browser().newPage();
      await own.goto(`chrome-extension://${browser.id}/manifest.json`);
      await page.goto(`http://127.0.0.1:${site.port}/bell`);
      const popup = await browser.openPopup();
      await popup.waitForSelector('[title="Highlight on the page"]');
      await popup.evaluate(() =>
        setTimeout(() => document.querySelector<HTMLElement>('[title="Highlight on the page"]')?.click()),
      );
      await page.waitForSelector('[popover]');
      await page.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelector('.desk-note') ?? document.body),
      );
      const kept = () => own.evaluate(rowsIn, 'pendingHighlights');
      const asked: string[] = [];
      page.on('dialog', async (dialog) => {
        asked.push(dialog.type());
        await waitFor('the mark in the library', async () => (await kept()).length === 1);
        await dialog.accept();
      });
      await browser.killWorker();
      await page.keyboard.press('1');
      await page.goto(`http://127.0.0.1:${site.port}/elsewhere.svg`);
      expect(await kept()).toHaveLength(1);
      expect(asked).toEqual(['beforeunload']);
    } finally {
      await browser.close();
      await site.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** A story for the reader view, as the editor hands it over, read from the right. */
const HANDED = {
  title: 'عودة جرس الميناء',
  sourceTitle: 'عودة جرس الميناء',
  authors: 'بريد الميناء',
  date: '2026-03-09 08:00',
  siteName: 'بريد الميناء',
  url: 'http://courier.example/ar',
  language: 'ar',
  direction: 'rtl',
  story: { html: `<p>${'عُلّق جرس الميناء القديم من جديد يوم الأحد. '.repeat(6)}</p>` },
};

describe('highlights by touch, on 360 px, of a text that is read from the right', () => {
  it('marks what is selected with a tap on a colour', async () => {
    const home = mkdtempSync(join(tmpdir(), 'jianbao-touch-'));
    const browser = await launchFolderBrowser(join(home, 'profile'), 'ask');
    try {
      const { page } = browser;
      await page.setViewport({ width: 360, height: 740, hasTouch: true, isMobile: true });
      await browser.own('ui/options/index.html');
      await page.evaluate(`chrome.storage.session.set({ 'reading a': ${JSON.stringify(HANDED)} })`);
      await browser.own('ui/reader/index.html#a');
      await page.waitForSelector('.story p');
      // A held finger selects a word; headless Chromium has no such gesture, so the selection is made here.
      const word = await page.evaluate(() => {
        const text = document.querySelector('.story p')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 0, text, 4);
        return String(getSelection());
      });
      expect(word).toHaveLength(4);
      await page.waitForSelector('.mark-bar');
      await page.screenshot({ path: 'test-results/chromium-reader-touch.png' });
      await page.tap('.mark-colour.blue');
      await page.waitForSelector('.highlight.blue');
      const painted = () =>
        page.evaluate(() => [...CSS.highlights].map(([name, ranges]) => `${name}: ${[...ranges].map(String).join()}`));
      await waitFor('the mark', async () => (await painted()).includes(`jianbao-blue: ${word}`));
      await page.screenshot({ path: 'test-results/chromium-reader-touch-marked.png' });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
    } finally {
      await browser.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
