import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, readControl } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { savedPost } from './harness/saved-post.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const FERRY = 'http://courier.example/2026/harbour/night-ferry';

/** Takes seconds to be read. */
const LONG = `<!doctype html><html lang="en"><title>The long winter</title><article><h1>The long winter</h1>${Array.from({ length: 9_000 }, (_, day) => `<p>On day ${day} of the frost the <b>harbour</b> stayed shut, and <i>nobody</i> at the pier could say when it opens.</p>`).join('')}</article>`;

describe.each(BROWSERS)('$name: the background', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeEach(async () => {
    site = await serveSite({
      'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html'),
      'courier.example/winter': { body: LONG },
    });
    browser = await launch({ site, onScreen: 'virtual' });
    await browser.open(FERRY);
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is woken by Save when it was stopped while the story was being read', async () => {
    const popup = await browser.openPopup();
    await fillControl(popup, 'Title', 'Saved all the same');
    await browser.stopBackground();
    await clickControl(popup, 'Save');
    expect(await savedPost(browser)).toContain('title: "Saved all the same"');
    await readControl(popup, 'Saved');
  });

  it('writes one file, and only one, when it is stopped while it is writing', async () => {
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Save');
    await browser.stopBackground();
    await readControl(popup, 'Saved');
    const again = await browser.openPopup();
    await readControl(again, 'Title');
    await savedPost(browser);
    expect(filesBelow(browser.downloads)).toHaveLength(1);
  });

  it('clips a page again without the popup when it was stopped while it was reading it', async () => {
    await browser.open('http://courier.example/winter');
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    await waitFor('the page to be read', async () => (await browser.badge()).text.endsWith('%'));
    await browser.stopBackground();
    expect(filesBelow(browser.downloads)).toEqual([]);
    expect(await savedPost(browser)).toContain('On day 8999 of the frost the **harbour** stayed shut');
    expect(filesBelow(browser.downloads)).toHaveLength(1);
  });

  it('writes the same story again over its own file', async () => {
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    await savedPost(browser);
    await waitFor('the first to be done', async () => (await browser.badge()).text === '✓');
    await waitFor('its mark to go', async () => (await browser.badge()).text === '');
    await browser.pressShortcut('Alt+Shift+K');
    await waitFor('the second to be done', async () => (await browser.badge()).text === '✓');
    expect(filesBelow(browser.downloads)).toHaveLength(1);
  });
});
