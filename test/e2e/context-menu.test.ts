import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { filesBelow } from './harness/files-below.ts';
import { savedPost } from './harness/saved-post.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const FERRY = 'http://courier.example/2026/harbour/night-ferry';
/** Elsewhere: the access to the page's own site that the user gesture grants is not enough. */
const PIER = 'http://pier.example/closed';
const MARKET = 'http://market.example/pier';

describe.each(BROWSERS)('$name: the context menu', ({ name, launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeEach(async () => {
    site = await serveSite({
      'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html'),
      'pier.example/closed': pageFile('old-pier.html'),
      'market.example/pier': pageFile('old-pier.html'),
    });
    browser = await launch({ site, onScreen: 'virtual', allowedHost: 'pier.example' });
    await browser.open(FERRY);
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  it('clips the page', async () => {
    await browser.chooseMenuItem('page', '#second');
    const post = await savedPost(browser);
    expect(post).toContain('The harbour council voted');
    expect(post).toContain('The boat, which leaves the north quay');
  });

  it('clips the selection, and nothing else of the page', async () => {
    await browser.page.run(() => {
      const second = document.querySelector('#second') as Node;
      getSelection()?.setBaseAndExtent(second, 0, second, 1);
    });
    await browser.chooseMenuItem('selection', '#second');
    const post = await savedPost(browser);
    expect(post).toContain('title: "Night ferry to run all winter"');
    expect(post).toContain('The boat, which leaves the north quay');
    expect(post).not.toContain('The harbour council voted');
  });

  async function clipLink(url: string): Promise<void> {
    await browser.page.run((href) => document.querySelector('#third a')?.setAttribute('href', href), url);
    await browser.chooseMenuItem('link', '#third a');
  }

  async function badgeSays(text: string): Promise<void> {
    await waitFor(`the badge ${text}`, async () => (await browser.badge()).text === text);
  }

  it('opens a link whose site is allowed, and clips the story behind it', async () => {
    await clipLink(PIER);
    const post = await savedPost(browser);
    expect(post).toContain(`from: ${PIER}`);
    expect(post).toContain('The last plank of the old pier');
    await badgeSays('✓');
  });

  it.runIf(name === 'chromium')('opens a link whose site is not allowed, and asks to be pressed there', async () => {
    await clipLink(MARKET);
    await browser.refuseSite();
    await badgeSays('+');
    expect(filesBelow(browser.downloads)).toEqual([]);
    expect(site.requests).toContain('market.example/pier');
  });
});
