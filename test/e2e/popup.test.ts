import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const FERRY = 'http://courier.example/2026/harbour/night-ferry';
const ZAOBAO = 'http://www.zaobao.com/realtime/china/story20210304-1100001';

describe.each(BROWSERS)('$name: the popup', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeEach(async () => {
    mkdirSync('test-results', { recursive: true });
    site = await serveSite({
      'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html'),
      'www.zaobao.com/realtime/china/story20210304-1100001': pageFile('zaobao-2021.html'),
    });
    browser = await launch({ site });
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  async function savedPosts(count: number): Promise<string[]> {
    return waitFor(`${count} posts`, () => {
      const posts = filesBelow(browser.downloads).map((path) => readFileSync(join(browser.downloads, path), 'utf8'));
      return posts.length >= count && posts;
    });
  }

  it('shows the story, takes a correction, and Enter saves it to the disk', async () => {
    await browser.open(FERRY);
    const popup = await browser.openPopup();
    expect(await readControl(popup, 'Title')).toBe('Night ferry to run all winter');
    expect(await readControl(popup, 'Author')).toBe('Ida Brandt');
    expect(await readControl(popup, 'Date')).toContain('2026-03-04');
    await waitForText(popup, 'the dog travels free');
    await popup.screenshot(`test-results/${browser.name}-popup.png`);

    await fillControl(popup, 'Title', 'The night ferry stays');
    await popup.press('Enter');
    const [post] = await savedPosts(1);
    expect(post).toContain('title: "The night ferry stays"');
    expect(post).toContain('author: Ida Brandt');
    expect(post).toContain('date: 2026-03-04T07:30:00+01:00');
    expect(post).toContain('The boat, which leaves the north quay');
    expect(post).not.toMatch(/SECRET|typed by the reader|half a letter/);
    await readControl(popup, 'Saved');
    await popup.screenshot(`test-results/${browser.name}-popup-saved.png`);
    expect(await browser.complaints()).toEqual([]);
  });

  it('writes the post of a zaobao page to the byte', async () => {
    await browser.open(ZAOBAO);
    const popup = await browser.openPopup();
    await clickControl(popup, 'Save');
    const [post] = await savedPosts(1);
    expect(post).toBe(readFileSync(new URL('pages/zaobao-2021.md', import.meta.url), 'utf8'));
    expect(filesBelow(browser.downloads)).toEqual([
      'Jianbao/_posts/2021-03-04-夜渡轮整个冬天照常开航-码头基金补足经费.md',
    ]);
  });

  it('offers what is selected first', async () => {
    await browser.open(FERRY);
    await browser.page.run(() => {
      const second = document.querySelector('#second') as Node;
      getSelection()?.setBaseAndExtent(second, 0, second, 1);
    });
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Save');
    const [post] = await savedPosts(1);
    expect(post).toContain('The boat, which leaves the north quay');
    expect(post).not.toContain('The harbour council voted');
    expect(post).toContain('date: 2026-03-04T07:30:00+01:00');
  });

  it('saves although it is closed in the very moment', async () => {
    await browser.open(FERRY);
    const popup = await browser.openPopup();
    await fillControl(popup, 'Title', 'Closed at once');
    // The folder is shown once the library has answered.
    await waitForText(popup, 'Jianbao/');
    // The popup is gone before anything can be written from it, and the background has to be started first.
    await browser.stopBackground();
    await popup.run(() => {
      document.getElementById('save')?.click();
      setTimeout(() => window.close());
    });
    const [post] = await savedPosts(1);
    expect(post).toContain('title: "Closed at once"');
  });

  it('brings back what was typed and not saved', async () => {
    await browser.open(FERRY);
    const first = await browser.openPopup();
    await fillControl(first, 'Title', 'Half a thought');
    const second = await browser.openPopup();
    await waitForText(second, 'What you typed here and did not save is back');
    expect(await readControl(second, 'Title')).toBe('Half a thought');
    await second.screenshot(`test-results/${browser.name}-popup-restored.png`);
    await clickControl(second, 'Discard it');
    const title = 'Night ferry to run all winter';
    await waitFor('the page’s own title', async () => (await readControl(second, 'Title')) === title);
  });

  it('takes an edit of the text', async () => {
    await browser.open(FERRY);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Markdown');
    await fillControl(popup, 'Story text as Markdown', 'Only *this* is kept.');
    await clickControl(popup, 'Save');
    const [post] = await savedPosts(1);
    expect(post).toMatch(/------\n\nOnly \*this\* is kept\.\n$/);
  });
});
