import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Preset } from '../../src/core/model/preset.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, type SitePage, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

declare const browser: Browser;

/** Runs in a page of the extension. */
const choosePreset = (preset: Preset): Promise<void> =>
  browser.storage.local.set({
    presets: { own: [preset], changes: {} },
    settings: { settings: { preset: preset.id } },
  });

/** Page `number` of three of a story of our own, under a policy as strict as a site may have. */
function pageOfStory(number: number): SitePage {
  const told = `Told on page ${number}, the strike of the ferries went into its third week, and nobody at the pier could say when the boats will run again. `;
  const links = [1, 2, 3].map((n) => `<a href="/strike${n === 1 ? '' : `/${n}`}">${n}</a>`).join(' ');
  return {
    body: `<!doctype html><html lang="en"><title>The long strike</title><meta property="article:published_time" content="2026-03-05T08:00:00+01:00"><article><h1>The long strike</h1>${`<p>${told.repeat(2)}</p>`.repeat(3)}</article><p class="pages">${links}</p>`,
    headers: {
      'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  };
}

describe.each(BROWSERS)('$name: quick clip', ({ name, launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite({
      'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html'),
      'courier.example/ar': pageFile('bell-arabic.html'),
      'long.example/strike': pageOfStory(1),
      'long.example/strike/2': pageOfStory(2),
      'long.example/strike/3': pageOfStory(3),
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
    // The popup has marked the button too, without the path.
    await waitFor('the badge', async () => {
      const { text, title } = await browser.badge();
      return text === '✓' && title.includes(path ?? '');
    });
    expect(readFileSync(join(browser.downloads, path ?? ''), 'utf8')).toContain('title: "My own headline"');
    expect(filesBelow(browser.downloads)).toHaveLength(1);
  });

  it('saves all pages of a story, which the popup shows on the same page too', async () => {
    await browser.open('http://long.example/strike');
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    const path = await waitFor('the whole post', () =>
      filesBelow(browser.downloads).find((file) => {
        const post = readFileSync(join(browser.downloads, file), 'utf8');
        return /Told on page 1[\s\S]*Told on page 2[\s\S]*Told on page 3/.test(post);
      }),
    );
    expect(path).toContain('the-long-strike');
    await waitFor('the badge', async () => (await browser.badge()).text === '✓');
    const popup = await browser.openPopup();
    await waitForText(popup, 'Pages 2–3 too');
    await waitForText(popup, 'Told on page 3');
    await clickControl(popup, 'Pages 2–3 too');
    await waitFor('the story without them', async () =>
      popup.run(() => !document.body.textContent.includes('Told on page 2')),
    );
  });

  // A new profile of Chromium has the button behind the puzzle piece; Firefox has it on the toolbar.
  it.runIf(name === 'chromium')(
    'says so in a corner of a page that is read from the right, from the left',
    async () => {
      await browser.open('http://courier.example/ar');
      await browser.page.run(() => {
        // The sentence stays for two seconds: it is noted as it comes.
        new MutationObserver((changes) => {
          for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
            if (node instanceof HTMLElement)
              document.documentElement.dataset['said'] = getComputedStyle(node).direction;
          }
        }).observe(document.documentElement, { childList: true });
      });
      await browser.page.click('h1');
      await browser.pressShortcut('Alt+Shift+K');
      const direction = await waitFor('the sentence', () =>
        browser.page.run(() => document.documentElement.dataset['said']),
      );
      expect(direction).toBe('ltr');
      await waitFor('the badge', async () => (await browser.badge()).text === '✓');
    },
  );

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
