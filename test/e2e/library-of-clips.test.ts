import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

describe.each(BROWSERS)('$name: what was clipped', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite({ 'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html') });
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
    const library = await browser.openOwnPage('ui/library/index.html#q=crowns');
    const [title, state] = await waitFor('the clip', () =>
      library.run(() => {
        const parts = [...document.querySelectorAll('.clip-title, .clip-state.done')].map((part) => part.textContent);
        return parts.length === 2 && parts;
      }),
    );
    expect(title).toBe('Night ferry to run all winter');
    expect(state).toBe('Downloads');
    expect(await library.run(() => document.querySelector('.clip-excerpt mark')?.textContent)).toBe('crowns');
    expect(await browser.complaints()).toEqual([]);
  });
});
