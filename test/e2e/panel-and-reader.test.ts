import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import { axeFaults } from './harness/axe-faults.ts';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { paintedIn, selectText } from './harness/marked-text.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const ONE = 'courier.example/2026/bell';
const TWO = 'courier.example/2026/ringer';
const LONG = 'courier.example/2026/lighthouses';
const ARABIC = 'courier.example/ar';
const UNLIT = 'Nobody has lit it since';
const GREEN = 'painted anew every year';
const GULLS = 'Gulls nest in the lantern room';

describe.each(BROWSERS)('$name: the side panel and the reader view', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    site = await serveSite({
      [ONE]: pageFile('desk-note-one.html'),
      [TWO]: pageFile('desk-note-two.html'),
      [LONG]: pageFile('lighthouses.html'),
      [ARABIC]: pageFile('bell-arabic.html'),
    });
    browser = await launch({ site });
    await openAtSide();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens the panel, which stays open for all tests, on a first page. */
  async function openAtSide(): Promise<void> {
    await browser.open(`http://${ONE}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Open at the side');
    await readControl(await browser.openedPanel(), 'Title');
    await waitFor('the popup to close', async () => !(await browser.popupIsOpen()));
  }

  const picture = (of: string): string => `test-results/${browser.name}-${of}.png`;

  const isWide = (view: View) =>
    view.run(() => {
      const box = document.querySelector('.clip-reader-frame, .scroller') ?? document.documentElement;
      return box.scrollWidth <= box.clientWidth;
    });

  /** The title in the editor, once it is that. */
  const showsTitle = (view: View, title: string) =>
    waitFor(`the title ${title}`, async () => (await readControl(view, 'Title')) === title);

  it('stays open at the side, follows a press, and loses nothing that was typed', async () => {
    const panel = await browser.openedPanel();
    await fillControl(panel, 'Title', 'A title of my own');

    await browser.open(`http://${TWO}`);
    await waitForText(panel, 'The tab has changed.');
    expect(await readControl(panel, 'Title')).toBe('A title of my own');
    await clickControl(panel, 'Clip this page');
    await waitForText(panel, 'Press the Jianbao button in the toolbar');
    expect(await axeFaults(panel)).toEqual([]);
    await panel.screenshot(picture('panel-needs-press'));

    await browser.press();
    await waitForText(panel, 'Not saved yet: “A title of my own”.');
    await waitForText(panel, 'The ringer of the harbour bell left');
    await waitFor('the popup to close', async () => !(await browser.popupIsOpen()));
    expect(await readControl(panel, 'Title')).not.toBe('A title of my own');
    expect(await axeFaults(panel)).toEqual([]);
    expect(await isWide(panel)).toBe(true);
    await panel.screenshot(picture('panel'));
    await clickControl(panel, 'Save');
    await waitForText(panel, 'Saved');

    await clickControl(panel, 'Back to it');
    await showsTitle(panel, 'A title of my own');
    await clickControl(panel, 'Save');
    const post = await waitFor('the post', () => {
      const path = filesBelow(browser.downloads).find((each) => each.includes('a-title-of-my-own'));
      return path !== undefined && readFileSync(join(browser.downloads, path), 'utf8');
    });
    expect(post).toContain('The bell of the old');
    expect(await browser.complaints()).toEqual([]);
  });

  /** Opens a page and presses the button on it. The panel may have had the page before: it is waited for twice. */
  async function showAtSide(url: string, title: string): Promise<View> {
    await browser.open(url);
    const panel = await browser.openedPanel();
    await waitForText(panel, english.panelElsewhere.message);
    await browser.press();
    await waitFor('the panel to follow', () =>
      panel.run((said) => !document.body.textContent.includes(said), english.panelElsewhere.message),
    );
    await showsTitle(panel, title);
    return panel;
  }

  /** Opens the reader from the side panel, and returns the address of the tab that shows the story. */
  async function readBeforeSaving(url: string, title: string): Promise<string> {
    const panel = await showAtSide(url, title);
    await clickControl(panel, 'Reader view');
    await waitFor('the reader view', () => panel.evaluate(IS_READ));
    await panel.evaluate(CLOSE_TAB);
    return `ui/reader/index.html#${await panel.evaluate(LAST_READ)}`;
  }

  it('shows a page as a story before it is saved, in a look that is remembered', async () => {
    const address = await readBeforeSaving(`http://${LONG}`, 'The four lighthouses of the bay');
    const page = await browser.openOwnPage(address);
    await waitForText(page, 'Not saved in the library.');
    expect(await page.run(() => document.querySelector('h1')?.textContent)).toBe('The four lighthouses of the bay');
    const outline = () => page.run(() => [...document.querySelectorAll('.outline li')].map((li) => li.textContent));
    await waitFor('the outline', async () => (await outline()).length === 4);
    expect(await outline()).toEqual([
      'The old light',
      'The pier light',
      'The twin lights',
      'What is to become of them',
    ]);
    expect(await page.run(() => document.querySelector('.story script, .story iframe'))).toBe(null);
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot(picture('reader'));

    await page.run(() => document.querySelector<HTMLElement>('.look summary')?.click());
    await clickControl(page, 'Larger text');
    await page.run(() => document.querySelector<HTMLElement>('.segment:last-child input[name="scheme"]')?.click());
    await waitFor('the dark look', () => page.run(() => document.querySelector('[data-scheme="dark"]') !== null));
    await waitFor('the new colours', () => page.run(() => document.getAnimations().length === 0));
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot(picture('reader-dark'));
    await reload(page);
    await waitFor('the look after a reload', () =>
      page.run(() => document.querySelector('[data-scheme="dark"][data-size="20"]') !== null),
    );
    await waitForText(page, 'Nobody has lit it since');
    expect(await browser.complaints()).toEqual([]);
  });

  it('reads the clips of the library, with next and previous, by keyboard', async () => {
    const library = await browser.openOwnPage('ui/library/index.html');
    await waitFor('two clips', () => library.run(() => document.querySelectorAll('.clip').length === 2));
    const titles = await library.run(() => [...document.querySelectorAll('.clip-title')].map((p) => p.textContent));
    const heading = (title: string | undefined) =>
      waitFor(`the clip ${title}`, () =>
        library.run((wanted) => document.querySelector('.reader h1')?.textContent === wanted, title),
      );
    await library.click('.clip .clip-title');
    await waitForText(library, 'Open the original');
    await library.press('r');
    await heading(titles[0]);
    await library.press('j');
    await heading(titles[1]);
    expect(await axeFaults(library)).toEqual([]);
    expect(await isWide(library)).toBe(true);
    await library.screenshot(picture('library-reader'));
    await library.press('k');
    await heading(titles[0]);
    await library.press('Escape');
    await waitFor('the list', () => library.run(() => document.querySelector('#clips') !== null));
    expect(await browser.complaints()).toEqual([]);
  });

  it('shows a page that is read from the right at the side', async () => {
    const panel = await showAtSide(`http://${ARABIC}`, 'عودة جرس الميناء');
    await waitForText(panel, 'عثر عليه الغواصون');
    expect(await panel.run(() => document.querySelector('.story')?.getAttribute('dir'))).toBe('rtl');
    expect(await isWide(panel)).toBe(true);
    expect(await axeFaults(panel)).toEqual([]);
    await panel.screenshot(picture('panel-rtl'));
  });

  /** The notes in the library's store that are kept for stories without a clip. */
  const keptNotes = (view: View) =>
    view.evaluate(`indexedDB.databases().then(([{ name }]) => new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction('pendingHighlights').objectStore('pendingHighlights').getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result.flatMap(({ highlights }) => highlights.map(({ note }) => note)).join());
        };
      };
    }))`);

  it('marks passages before the save, by pointer and by keys, with a note that goes into the post', async () => {
    const page = await browser.openOwnPage(await readBeforeSaving(`http://${LONG}`, 'The four lighthouses of the bay'));
    await waitForText(page, UNLIT);
    expect(await selectText(page, UNLIT)).toBe(UNLIT);
    await clickControl(page, 'Mark in yellow');
    await waitFor('the first mark', async () => (await paintedIn(page)).includes(`jianbao-yellow: ${UNLIT}`));
    await selectText(page, GREEN);
    // The note is open with the press, though the mark is not on the disk yet.
    for (const key of ['2', 'n', ...'By whom']) await page.press(key);
    await waitFor('the second mark', async () => (await paintedIn(page)).includes(`jianbao-green: ${GREEN}`));
    await waitFor('the note to be kept', async () => String(await keptNotes(page)).includes('By whom'));
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot(picture('reader-notes'));

    await reload(page);
    await waitFor('the marks after a reload', async () => (await paintedIn(page)).length === 2);
    await waitFor('the passage', async () => (await selectText(page, GULLS)) === GULLS);
    await waitFor('the colours', () => page.run(() => document.querySelector('.mark-bar') !== null));
    await page.screenshot(picture('reader-marking'));

    const panel = await showAtSide(`http://${LONG}`, 'The four lighthouses of the bay');
    await clickControl(panel, 'Save');
    const post = await waitFor('the post', () => {
      const path = filesBelow(browser.downloads).find((each) => each.includes('lighthouses'));
      return path !== undefined && readFileSync(join(browser.downloads, path), 'utf8');
    });
    expect(post).toContain(`<mark markdown="span">${UNLIT}</mark>`);
    expect(post).toMatch(/<mark markdown="span">painted anew every year<\/mark>\[\^h\d\]/);
    expect(post).toMatch(/\[\^h\d\]: By whom/);
    expect(await browser.complaints()).toEqual([]);
  });

  it('marks more of a clip in the reader of the library, and takes it back', async () => {
    const library = await browser.openOwnPage('ui/library/index.html#filter=highlights');
    await waitFor('the clip', () => library.run(() => document.querySelectorAll('.clip').length === 1));
    await library.click('.clip .clip-title');
    await waitForText(library, 'Open the original');
    await library.press('r');
    // The pane before it paints the same marks.
    await waitFor('the reader', () => library.run(() => document.querySelector('.reader .highlights') !== null));
    await waitFor('the marks', async () => (await paintedIn(library)).length === 2);
    await waitFor('the passage', async () => (await selectText(library, GULLS)) === GULLS);
    await waitFor('the colours', () => library.run(() => document.querySelector('.mark-bar') !== null));
    // Each of the letters is a command of the library where no note has the focus.
    for (const key of ['3', 'n', ...'zjx']) await library.press(key);
    // Firefox may answer a press before the page has seen it.
    await waitFor('the note as typed', () =>
      library.run(() => (document.activeElement as HTMLTextAreaElement).value === 'zjx'),
    );
    await waitFor('the third mark', async () => (await paintedIn(library)).includes(`jianbao-blue: ${GULLS}`));
    await waitForText(library, 'Highlights (3)');
    expect(await axeFaults(library)).toEqual([]);
    await library.run(() => document.querySelector('.highlights')?.scrollIntoView());
    await library.screenshot(picture('library-reader-notes'));
    await library.press('Escape');
    await waitFor('the story', () => library.run(() => document.activeElement?.localName !== 'textarea'));
    await waitFor('note and mark to be taken back', async () => {
      await library.press('z');
      return (await paintedIn(library)).length === 2;
    });
    expect(await browser.complaints()).toEqual([]);
  });
});

/** Loads a page anew, and waits until the old document is gone. */
async function reload(page: View): Promise<void> {
  await page.run(() => {
    document.documentElement.dataset['old'] = '';
    // A page that is being left could not answer.
    setTimeout(() => location.reload());
  });
  await waitFor('the page anew', () => page.run(() => document.documentElement.dataset['old'] === undefined));
}

/** The id of the story that was handed to the reader view last. */
const LAST_READ = `(globalThis.browser ?? chrome).storage.session.get('reading').then(({ reading }) => reading.at(-1))`;

/** Whether a tab shows a story in the reader view. */
const IS_READ = `Promise.resolve((globalThis.browser ?? chrome).extension.getViews({ type: 'tab' })
  .some(({ location, document }) => location.pathname.includes('/reader/') && document.querySelector('.story p')))`;

/** Closes the tab that the window shows. */
const CLOSE_TAB = `(globalThis.browser ?? chrome).tabs.query({ active: true, currentWindow: true })
  .then(([tab]) => (globalThis.browser ?? chrome).tabs.remove(tab.id))`;
