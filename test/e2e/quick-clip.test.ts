import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

describe.each(BROWSERS)('$name: quick clip', ({ launch }) => {
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

  it('saves the page by keyboard, without the popup, and says so on the badge', async () => {
    await browser.open('http://courier.example/2026/harbour/night-ferry');
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    const [path] = await waitFor('the post', () => {
      const posts = filesBelow(browser.downloads);
      return posts.length > 0 && posts;
    });
    expect(path).toMatch(/^Jianbao\/_posts\/2026-03-04-/);
    const post = readFileSync(join(browser.downloads, path ?? ''), 'utf8');
    expect(post).toContain('title: "Night ferry to run all winter"');
    expect(post).toContain('Tickets stay at six crowns');
    expect(post).not.toMatch(/SECRET|typed by the reader|half a letter/);
    const badge = await waitFor('the badge', async () => {
      const now = await browser.badge();
      return now.text === '✓' && now.title.includes(path ?? '') && now;
    });
    expect(badge.title).toContain(path);
    expect(await browser.popupIsOpen()).toBe(false);
  });
});
