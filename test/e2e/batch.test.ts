import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import type { Clip, ClipContent } from '../../src/library/model/clip.ts';
import type { FollowedFeed } from '../../src/library/model/followed-feed.ts';
import type { ItemState, JobItem } from '../../src/library/model/job.ts';
import { axeFaults } from './harness/axe-faults.ts';
import { batchPages, SECOND_PAGE } from './harness/batch-site.ts';
import { BROWSERS } from './harness/browsers.ts';
import { rowsIn } from './harness/outbox.ts';
import { type Site, type SitePage, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

declare const browser: Browser; // A page function is given it.

/** A long run sets it: `JIANBAO_BATCH=300`. */
const COUNT = Number(process.env['JIANBAO_BATCH'] ?? 40);

/** The first story at another address, which states the first. */
const TWICE: SitePage = {
  body: `<link rel="canonical" href="http://news0.example/2026/story-0">${batchPages(1).pages['news0.example/2026/story-0']?.body}`,
};

const OUTCOMES: readonly ItemState[] = ['saved', 'known', 'uncertain', 'refused'];

describe.each(BROWSERS)('$name: a batch of pages', ({ name, launch }) => {
  const { pages, urls } = batchPages(COUNT - 3);
  const list = [...urls, 'http://news0.example/copy', 'http://news2.example/file', 'http://news3.example/nothing'];
  let site: Site;
  /** Pages that a test changes while the site is up. */
  const sources: Record<string, SitePage> = {};
  let profile: string;
  let browser: TestBrowser;

  beforeEach(async () => {
    mkdirSync('test-results', { recursive: true });
    profile = mkdtempSync(join(tmpdir(), 'jianbao-batch-'));
    site = await serveSite(
      Object.assign(sources, {
        ...pages,
        'news0.example/copy': TWICE,
        'news2.example/file': { body: '%PDF-1.4', type: 'application/pdf' },
      }),
    );
    browser = await start();
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = () => launch({ site, profile, allowedHost: '*', allowedApis: ['tabs', 'bookmarks'] });

  const items = async (view: View) => (await view.run(rowsIn, 'jobItems')) as JobItem[];
  const outcomes = async (view: View) => (await items(view)).filter(({ state }) => OUTCOMES.includes(state)).length;

  async function type(view: View, id: string, text: string): Promise<void> {
    await waitFor(`the field ${id}`, () => view.run((wanted) => document.getElementById(wanted) !== null, id));
    await view.run(
      (wanted, typed) => {
        const field = document.getElementById(wanted) as HTMLTextAreaElement;
        field.value = typed;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      id,
      text,
    );
  }

  /** The browser opens the batch page by itself, behind this one. */
  async function goOn(before: number): Promise<View> {
    const page = await browser.openOwnPage('ui/welcome/index.html');
    await waitFor('the batch to go on', async () => (await outcomes(page)) > before);
    return page;
  }

  it('has one outcome for each page, though the browser is closed twice in the middle', async () => {
    const started = Date.now();
    let page = await browser.openOwnPage('ui/batch/index.html');
    await type(page, 'batch-list', list.join('\n'));
    await waitFor('the preview', () => page.run(() => document.querySelectorAll('.candidate.chosen').length > 3));
    await page.click('button[type=submit]');
    for (const share of [0.2, 0.6]) {
      await waitFor('some of the pages', async () => (await outcomes(page)) >= COUNT * share);
      const before = await outcomes(page);
      await browser.close();
      browser = await start();
      page = await goOn(before);
    }
    await waitFor('all pages', async () => (await outcomes(page)) === COUNT, 600_000);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.info(`${name}: ${COUNT} pages, the browser closed twice: ${seconds} s`);

    const byUrl = new Map((await items(page)).map(({ url, state, failure }) => [url, failure?.reason ?? state]));
    expect(byUrl.size).toBe(COUNT);
    expect(urls.map((url) => byUrl.get(url)).filter((state) => state !== 'saved')).toEqual([]);
    expect(list.slice(-3).map((url) => byUrl.get(url))).toEqual(['known', 'pdf', 'not-found']);
    const clips = (await page.run(rowsIn, 'clips')) as Clip[];
    expect(clips.map(({ url }) => url).toSorted()).toEqual([...urls].toSorted());
    expect(clips.filter(({ version }) => version !== 1)).toEqual([]);
    const deliveries = (await page.run(rowsIn, 'deliveries')) as { state: string }[];
    expect(deliveries).toHaveLength(clips.length);
    await expectBothPages(page, urls[1] ?? '');
  });

  it('reads every source, clips in tabs of its own, and follows a feed over a restart', async () => {
    const named = (paths: readonly string[]) => paths.map((path) => `http://news0.example/2026/story-${path}`);
    sources['news0.example/'] = indexPage(named(['0', '10']));
    sources['news0.example/feed'] = feedOf(named(['20', 'endless', '0']));
    sources['news0.example/2026/story-endless'] = { body: '<title>Endless</title><p>It goes on', isEndless: true };
    await browser.open('http://news0.example/');
    await pressLinks();

    let page = await browser.openOwnPage('ui/batch/index.html');
    await type(page, 'batch-list', Array.from({ length: 500 }, (_, n) => `http://news0.example/${n}`).join('\n'));
    await waitFor('the list of 500', () => page.run(() => document.querySelector('.candidate.chosen') !== null));
    expect(await page.run(() => document.querySelectorAll('.candidate').length)).toBeLessThan(60);
    const candidates = () =>
      page.run(() =>
        [...document.querySelectorAll('.candidate')].map((row) => row.querySelector('[title]')?.getAttribute('title')),
      );
    const listed = (urls: readonly string[]) =>
      waitFor(`the list of ${urls}`, async () => (await candidates()).join() === urls.join());
    const choose = (source: string, n: number) =>
      page.run(
        (name, at) => document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)[at]?.click(),
        source,
        n,
      );

    await choose('source', 5);
    await page.run((text) => {
      const field = document.getElementById('batch-file') as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([text], 'links.html', { type: 'text/html' }));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, String(sources['news0.example/'].body));
    await listed(named(['0', '10']));

    await choose('source', 1);
    await page.run(openBehind, named(['0'])[0] ?? '');
    await page.click('.notice .link');
    await waitFor('the address of the tab', async () => {
      await page.run(() => document.querySelector<HTMLButtonElement>('.source .note .link')?.click());
      return (await candidates()).join() === named(['0']).join();
    });

    await choose('source', 4);
    await waitFor('the question', () => page.run(() => document.querySelector('.notice .link') !== null));
    await page.click('.notice .link');
    await waitFor('the folders', () => page.run(() => document.getElementById('batch-folder') !== null));
    await page.run(bookmark, named(['10'])[0] ?? '');
    await choose('source', 0);
    await choose('source', 4);
    await waitFor('the new folder', () =>
      page.run(() => {
        const field = document.getElementById('batch-folder') as HTMLSelectElement | null;
        const option = [...(field?.options ?? [])].find(({ text }) => text.includes('Ferries'));
        if (!field || !option) return false;
        field.value = option.value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      }),
    );
    await listed(named(['10']));

    await choose('source', 2);
    await type(page, 'batch-address', 'http://news0.example/');
    await page.click('.address-line .button');
    await listed(named(['0', '10']));
    await page.click('.found-feeds .chip');
    await listed(named(['20', 'endless', '0']));
    await page.click('.follow .link');
    await waitFor('the feed', () => page.run(() => document.querySelector('.feed-head') !== null));
    await page.screenshot(`test-results/${name}-batch-feed.png`);
    expect(await axeFaults(page)).toEqual([]);

    await choose('way', 1);
    await page.click('button[type=submit]');
    await waitFor('the endless page', () => page.run(closeTabOf, 'story-endless'));
    await waitFor('the others', async () => (await outcomes(page)) === 3, 120_000);
    const came = async () => (await items(page)).map(({ url, state, failure }) => [url, failure?.reason ?? state]);
    expect(Object.fromEntries(await came())).toEqual(
      Object.fromEntries(named(['20', 'endless', '0']).map((url, n) => [url, ['saved', 'tab-closed', 'saved'][n]])),
    );
    await waitFor('its own tabs to be closed', async () => (await page.run(countTabs, 'story-')) === 1);

    await page.run(() => document.querySelector<HTMLButtonElement>('.feed-list button')?.click());
    await waitFor('the feed', () => page.run(() => document.querySelector('.feed-head') !== null));
    await page.click('.feed-head .segment:last-child');
    await waitFor('clips at once', async () => (await feed(page)).clipsAtOnce);
    sources['news0.example/feed'] = feedOf(named(['30', '20', 'endless', '0']));
    await page.run(makeFeedsDue);
    await browser.close();
    browser = await start();
    page = await browser.openOwnPage('ui/welcome/index.html');
    await waitFor('the new story', async () => (await came()).some(([url]) => url === named(['30'])[0]));
    await waitFor('its clip', async () => (await outcomes(page)) === 4);
    expect((await came()).map(([url]) => url).toSorted()).toEqual(named(['0', '20', '30', 'endless']));
    expect((await feed(page)).stories.map(({ state }) => state)).not.toContain('new');
    await expectBothPages(page, named(['30'])[0] ?? '');
    await waitFor('the page that did it to close itself', async () => (await page.run(countTabs, 'ui/batch/')) === 0);
  });

  /** Presses links on the page in front, as the batch page that its popup opens asks to. */
  async function pressLinks(): Promise<void> {
    const popup = await browser.openPopup();
    const several = `.top-bar > [title="${english.batch.message}"]`;
    await waitFor('the popup', () => popup.run((wanted) => document.querySelector(wanted) !== null, several));
    await popup.run((wanted) => document.querySelector<HTMLButtonElement>(wanted)?.click(), several).catch(isClosing);
    const pick = '.source > p > .button';
    await browser.inOtherTab('ui/batch/', async (batch) => {
      await waitFor('the links', () => batch.run((wanted) => document.querySelector(wanted) !== null, pick));
      await batch.run((wanted) => document.querySelector<HTMLButtonElement>(wanted)?.click(), pick);
    });
    await waitFor('the picker', () =>
      browser.page.run(() => !document.hidden && document.querySelector('html > [popover]') !== null),
    );
    for (const link of ['li:first-child a', 'li:last-child a', 'li:first-child a']) await browser.page.click(link);
    await browser.page.press('Enter');
    await browser.inOtherTab('ui/batch/', async (batch) => {
      const chosen = () =>
        batch.run(() =>
          [...document.querySelectorAll('.candidate.chosen')].map((row) =>
            row.querySelector('[title]')?.getAttribute('title'),
          ),
        );
      await waitFor('the chosen link', async () => (await chosen()).join() === 'http://news0.example/2026/story-10');
      expect(await batch.run(() => document.hidden)).toBe(false);
      await batch.run(closeOwnTab).catch(isClosing);
    });
  }

  /** The story of two pages is one clip. */
  async function expectBothPages(view: View, url: string): Promise<void> {
    const clips = (await view.run(rowsIn, 'clips')) as Clip[];
    const contents = (await view.run(rowsIn, 'contents')) as ClipContent[];
    const clip = clips.find((each) => each.url === url);
    const text = contents.find(({ clipId }) => clipId === clip?.id)?.source.markdown ?? '';
    expect(text.split(SECOND_PAGE)).toHaveLength(7);
    expect(text).toContain('The council of');
  }

  const feed = async (view: View) => ((await view.run(rowsIn, 'feeds')) as FollowedFeed[])[0] ?? missing();
});

function missing(): never {
  throw new Error('no feed is followed');
}

function indexPage(urls: readonly string[]): SitePage {
  const links = urls.map((url) => `<li><a href="${url}">${url}</a></li>`).join('');
  return {
    body: `<!doctype html><title>News</title><link rel="alternate" type="application/rss+xml" title="All" href="/feed"><ul>${links}</ul>`,
  };
}

function feedOf(urls: readonly string[]): SitePage {
  const items = urls.map((url) => `<item><title>${url}</title><link>${url}</link><guid>${url}</guid></item>`);
  return {
    body: `<rss version="2.0"><channel><title>Courier feed</title>${items.join('')}</channel></rss>`,
    type: 'application/rss+xml',
  };
}

async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) void browser.tabs.remove(tab.id);
}

/** A page that closes may not answer any more. */
function isClosing(error: unknown): void {
  if (!/closed|did not answer|destroyed|detached|not open|discarded/i.test(String(error))) throw error;
}

async function openBehind(url: string): Promise<void> {
  await browser.tabs.create({ url, active: false });
}

async function countTabs(part: string): Promise<number> {
  const tabs = await browser.tabs.query({});
  return tabs.filter(({ url = '' }) => url.includes(part)).length;
}

async function bookmark(url: string): Promise<void> {
  const folder = await browser.bookmarks.create({ title: 'Ferries' });
  await browser.bookmarks.create({ parentId: folder.id, title: 'Story', url });
}

/** Closes the tab whose address has a part, as its user would; false as long as there is none. */
async function closeTabOf(part: string): Promise<boolean> {
  const tabs = await browser.tabs.query({});
  const tab = tabs.find(({ url = '' }) => url.includes(part));
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  return tab !== undefined;
}

/** Makes all feeds due, as an hour would. */
function makeFeedsDue(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('feeds', 'readwrite');
      const feeds = transaction.objectStore('feeds');
      const reading = feeds.getAll();
      reading.onsuccess = () => {
        for (const row of reading.result) feeds.put({ ...row, nextAt: 0 });
      };
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
