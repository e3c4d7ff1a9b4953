import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/library/model/delivery.ts';
import { BROWSERS } from './harness/browsers.ts';
import { filesBelow } from './harness/files-below.ts';
import { askForDrain, queueClips, rowsIn } from './harness/outbox.ts';
import { type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const CLIPS = 200;
const KILLS = 6;

describe.each(BROWSERS)('$name: a burst of clips for the download folder', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite({});
    browser = await launch({ site });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('arrives whole and once, with the background killed again and again', async () => {
    const page = await browser.openOwnPage('ui/library/index.html');
    await waitFor('the library', () => page.run(() => document.querySelector('.nothing') !== null));
    const ids = Array.from({ length: CLIPS }, (_, n) => `burst-${String(n).padStart(3, '0')}`);
    await page.run(queueClips, 'downloads', ids, 'text');
    for (let kill = 0; kill < KILLS; kill++) {
      await page.run(askForDrain, false);
      await sleep(150 + 100 * kill);
      await browser.stopBackground();
    }
    await waitFor('every clip', async () => {
      await page.run(askForDrain, true);
      const rows = (await page.run(rowsIn, 'deliveries')) as Delivery[];
      return rows.every(({ state }) => state === 'done');
    });
    expect(filesBelow(browser.downloads)).toEqual(ids.map((id) => `Jianbao/_posts/${id}.md`));
    for (const id of ids) {
      expect(readFileSync(join(browser.downloads, `Jianbao/_posts/${id}.md`), 'utf8')).toBe(`${id}: text`);
    }
  });
});
