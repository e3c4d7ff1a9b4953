import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { BROWSERS } from './harness/browsers.ts';
import { launchChromium } from './harness/chromium.ts';
import { clickControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, type SitePage, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const BELL = 'courier.example/2026/bell';
const CRABS = 'with a family of crabs inside';
const MAYOR = 'because the mayor had not been listening';

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
    await readControl(popup, 'Highlight on the page');
    await popup.run(() => {
      const button = document.querySelector<HTMLElement>('button[title="Highlight on the page"]');
      setTimeout(() => button?.click());
    });
    await waitFor('the highlighter', () => browser.page.run(() => document.querySelector('[popover]') !== null));
  }

  /** Selects a text of the page. */
  function select(page: View, text: string) {
    return page.run((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.nodeValue?.indexOf(wanted) ?? -1;
        if (start >= 0) getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      }
      return String(getSelection());
    }, text);
  }

  /** The passages that are painted on the page, by colour. */
  const paintedIn = (view: View) =>
    view.run(() => [...CSS.highlights].map(([name, ranges]) => `${name}: ${[...ranges].map(String).join(' | ')}`));

  const painted = () => paintedIn(browser.page);

  const isOpen = () => browser.page.run(() => document.querySelector('[popover]') !== null);

  it('marks passages by keyboard with a note, and leaves the page as it was', async () => {
    await browser.open(`http://${BELL}`);
    const before = await browser.page.run(() => document.documentElement.outerHTML);
    await startOn(`http://${BELL}`);
    expect(await select(browser.page, CRABS)).toBe(CRABS);
    await browser.page.press('1');
    await waitFor('the first mark', async () => (await painted()).includes(`jianbao-yellow: ${CRABS}`));
    await select(browser.page, MAYOR);
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
    const post = await waitFor('the post', () => {
      const path = filesBelow(browser.downloads).find((each) => each.includes('harbour-bell'));
      return path !== undefined && readFileSync(join(browser.downloads, path), 'utf8');
    });
    expect(post).toContain(`in the mud, <mark>${CRABS}</mark> that had`);
    expect(post).toContain(`<mark>${MAYOR}</mark>[^h1].`);
    expect(post).toContain('[^h1]: Ask her');

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
    site = await serveSite({ [BELL]: pageFile('desk-note-one.html') });
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
    await popup.run(() => {
      const button = document.querySelector<HTMLElement>('button[title="在网页上划线"]');
      setTimeout(() => button?.click());
    });
    await waitFor('the highlighter', () => browser.page.run(() => document.querySelector('[popover]') !== null));
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
});
