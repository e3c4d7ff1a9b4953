import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

describe.each(BROWSERS)('$name: what was clipped', ({ launch }) => {
  const pages = {
    'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html'),
    'courier.example/2026/harbour/old-pier': pageFile('old-pier.html'),
  };
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    site = await serveSite(pages);
    browser = await launch({ site, onScreen: 'virtual' });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is in the library, found by a word of its text, with where it lies; clipped again it is one clip and one file', async () => {
    for (let time = 0; time < 2; time++) {
      await browser.open('http://courier.example/2026/harbour/night-ferry?utm_source=app');
      await browser.page.click('h1');
      await browser.pressShortcut('Alt+Shift+K');
      await waitFor('the badge', async () => (await browser.badge()).text === '✓');
      expect(filesBelow(browser.downloads)).toHaveLength(1);
    }
    // The popup's mark takes the place of “saved”, and is not removed with it four seconds later.
    await browser.openPopup();
    const isMarked = async () => (await browser.badge()).title.startsWith('Clipped on');
    await waitFor('the mark on the button', isMarked);
    await sleep(4500);
    expect(await isMarked()).toBe(true);
    const library = await browser.openOwnPage('ui/library/index.html#q=crowns');
    const [title, state] = await waitFor('the clip', () =>
      library.run(() => {
        const parts = [...document.querySelectorAll('.clip-title, .clip-state.done')].map((part) => part.textContent);
        return parts.length === 2 && parts;
      }),
    );
    expect(title).toBe('Night ferry to run all winter');
    expect(state).toBe('Downloads');
    await waitFor('the place where it stands', () =>
      library.run(() => document.querySelector('.clip-excerpt mark')?.textContent === 'crowns'),
    );
    expect(await browser.complaints()).toEqual([]);
  });

  it('is known again by the popup, which shows what the site has changed and keeps what the user made of it', async () => {
    const path = 'courier.example/2026/harbour/old-pier';
    await browser.open(`http://${path}`);
    const first = await browser.openPopup();
    await fillControl(first, 'Title', 'My own headline');
    await clickControl(first, 'Save');
    await readControl(first, 'Saved');

    const { body } = pages[path];
    pages[path] = { body: String(body).replace('on Monday', 'on Tuesday') };
    await browser.open(`http://${path}?utm_source=app`);
    const popup = await browser.openPopup();
    await waitForText(popup, 'Clipped on');
    await waitFor('the mark on the button', async () => {
      const { text, title } = await browser.badge();
      return text === '✓' && title.startsWith('Clipped on');
    });
    await waitForText(popup, 'replaces the file in Downloads unseen');
    expect(await readControl(popup, 'Title')).toBe('My own headline');
    await clickControl(popup, '1 paragraph changed');
    await waitForText(popup, 'was lifted on MonTuesday');
    await popup.screenshot(`test-results/${browser.name}-popup-changes.png`);
    await clickControl(popup, 'Update the file');
    await readControl(popup, 'Saved');
    const posts = filesBelow(browser.downloads).filter((file) => file.endsWith('my-own-headline.md'));
    expect(posts).toHaveLength(1);
    const post = await waitFor('the new text', () => {
      const text = readFileSync(join(browser.downloads, posts[0] ?? ''), 'utf8');
      return text.includes('on Tuesday') && text;
    });
    expect(post).toContain('title: "My own headline"');
  });
});
