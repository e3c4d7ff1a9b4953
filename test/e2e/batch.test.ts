import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clip } from '../../src/library/model/clip.ts';
import type { ItemState, JobItem } from '../../src/library/model/job.ts';
import { batchPages } from './harness/batch-site.ts';
import { BROWSERS } from './harness/browsers.ts';
import { rowsIn } from './harness/outbox.ts';
import { type Site, type SitePage, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

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
  let profile: string;
  let browser: TestBrowser;

  beforeEach(async () => {
    mkdirSync('test-results', { recursive: true });
    profile = mkdtempSync(join(tmpdir(), 'jianbao-batch-'));
    site = await serveSite({
      ...pages,
      'news0.example/copy': TWICE,
      'news2.example/file': { body: '%PDF-1.4', type: 'application/pdf' },
    });
    browser = await start();
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = () => launch({ site, profile, allowedHost: '*' });

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
  });
});
