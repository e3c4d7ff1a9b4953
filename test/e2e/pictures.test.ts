import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Preset } from '../../src/core/model/preset.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

declare const browser: Browser;

/** Runs in a page of the extension. */
const choosePreset = (preset: Preset): Promise<void> =>
  browser.storage.local.set({
    presets: { own: [preset], changes: {} },
    settings: { settings: { preset: preset.id } },
  });

const WITH_PICTURES: Preset = { ...jekyll, id: 'mine', images: { ...jekyll.images, download: true } };

const STORY = 'http://courier.example/2026/harbour/new-quay';
const PICTURE = readFileSync('docs/popup.png');

const PAGE = `<!doctype html><html lang="en"><head><title>The new quay is open</title>
<meta property="og:site_name" content="Harbour Courier"><meta property="article:published_time" content="2026-03-05T08:00:00+01:00">
</head><body><article><h1>The new quay is open</h1>
<p>The new quay opened on Thursday morning, with a band, two speeches and rather more gulls than anybody had invited.</p>
<figure><img src="http://pictures.example/quay.jpg" width="640" height="400" alt="The quay"><figcaption>The quay</figcaption></figure>
<p>Boats for the islands leave from it every hour; the old quay is kept for the fishermen, who had asked for nothing else.</p>
<figure><img src="http://lost.example/gone.png" width="640" height="400" alt="The old quay"></figure>
<p>The harbour office says that the first week went well and that the timetable will stay as it is until the autumn.</p>
</article></body></html>`;

describe.each(BROWSERS)('$name: pictures beside the post', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeEach(async () => {
    site = await serveSite({
      'courier.example/2026/harbour/new-quay': { body: PAGE },
      // Named as one kind and sent as another: what counts is what it is.
      'pictures.example/quay.jpg': { body: PICTURE, type: 'image/jpeg' },
      'lost.example/gone.png': { body: '<!doctype html><p>Gone.</p>', type: 'image/png' },
    });
    browser = await launch({ site, onScreen: 'virtual' });
    await (await browser.openOwnPage('ui/options/index.html')).run(choosePreset, WITH_PICTURES);
    await browser.open(STORY);
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  function savedPost(isRight: (post: string) => boolean): Promise<string> {
    return waitFor('the post', () => {
      const [path] = filesBelow(browser.downloads).filter((file) => file.endsWith('.md'));
      const post = path === undefined ? '' : readFileSync(join(browser.downloads, path), 'utf8');
      return isRight(post) && post;
    });
  }

  it('are fetched from the sites that Save asks for, and become files by what they are', async () => {
    const popup = await browser.openPopup();
    await waitForText(popup, 'pictures.example, lost.example');
    await clickControl(popup, 'Save');
    await browser.allowSite();
    const post = await savedPost((text) => text.includes('/assets/'));
    const [picture] = filesBelow(browser.downloads).filter((file) => file.endsWith('.png'));
    expect(readFileSync(join(browser.downloads, picture ?? ''))).toEqual(PICTURE);
    expect(post).toContain(`![The quay](${picture?.replace('Jianbao', '')})`);
    expect(post).toContain('![The old quay](http://lost.example/gone.png)');

    const again = await browser.openPopup();
    await clickControl(again, 'Update the file');
    await waitForText(again, '1 picture stays a link');
  });

  it('stay links where nobody was asked: quick clip asks for nothing', async () => {
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+K');
    const post = await savedPost((text) => text !== '');
    expect(post).toContain('![The quay](http://pictures.example/quay.jpg)');
    expect(filesBelow(browser.downloads)).toHaveLength(1);
  });
});
