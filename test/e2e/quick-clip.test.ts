import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Preset } from '../../src/core/model/preset.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

declare const browser: Browser;

/** Runs in a page of the extension. */
const choosePreset = (preset: Preset): Promise<void> =>
  browser.storage.local.set({
    presets: { own: [preset], changes: {} },
    settings: { settings: { preset: preset.id } },
  });

describe.each(BROWSERS)('$name: quick clip', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite({
      'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html'),
      'other.example/pier': pageFile('old-pier.html'),
      'www.zaobao.com/realtime/china/story20210304-1100001': pageFile('zaobao-2021.html'),
    });
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

  it('keeps what the user changed when the story is saved again without the popup', async () => {
    await browser.open('http://courier.example/2026/harbour/night-ferry');
    const popup = await browser.openPopup();
    await fillControl(popup, 'Title', 'My own headline');
    await clickControl(popup, 'Update the file');
    const [path] = await waitFor('the update', () => {
      const posts = filesBelow(browser.downloads);
      return readFileSync(join(browser.downloads, posts[0] ?? ''), 'utf8').includes('My own headline') && posts;
    });
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    await waitFor('the badge', async () => (await browser.badge()).text === '✓');
    expect(readFileSync(join(browser.downloads, path ?? ''), 'utf8')).toContain('title: "My own headline"');
    expect(filesBelow(browser.downloads)).toHaveLength(1);
  });

  it('writes in the preset of the user, in pinyin too', async () => {
    const options = await browser.openOwnPage('ui/options/index.html');
    const own: Preset = { ...jekyll, id: 'mine', label: 'Mine', slug: 'pinyin', path: 'mine/{{title | slug}}.md' };
    await options.run(choosePreset, own);
    await browser.open('http://www.zaobao.com/realtime/china/story20210304-1100001');
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    const path = await waitFor('the post', () =>
      filesBelow(browser.downloads).find((file) => file.startsWith('Jianbao/mine/')),
    );
    expect(path).toBe('Jianbao/mine/ye-du-lun-zheng-ge-dong-tian-zhao-chang-kai-hang-ma-tou-ji-jin-bu-zu-jing-fei.md');
  });

  it('which the popup writes in as well', async () => {
    await browser.open('http://other.example/pier');
    await clickControl(await browser.openPopup(), 'Save');
    await waitFor('the post', () => filesBelow(browser.downloads).some((file) => /^Jianbao\/mine\/.*pier/.test(file)));
  });
});
