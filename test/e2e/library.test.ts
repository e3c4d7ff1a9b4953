import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FolderBrowser, launchFolderBrowser } from './harness/folder-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the library page in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'jianbao-library-'));
  let browser: FolderBrowser;

  beforeAll(async () => {
    browser = await launchFolderBrowser(profile, 'ask');
    await browser.page.setViewport({ width: 1440, height: 810 });
    await browser.own('ui/library/index.html');
    await browser.page.waitForSelector('.nothing');
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const titles = () => browser.page.$$eval('.clip-title', (all) => all.map((title) => title.textContent));
  const address = async () => new URL(browser.page.url()).hash;

  /** What axe finds wrong, by rule and place. */
  async function faults(): Promise<string[]> {
    await browser.page.evaluate(axe);
    const { violations } = (await browser.page.evaluate('axe.run()')) as AxeResults;
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }

  it('is accessible while empty, with a list, a story and a form, in light and dark', async () => {
    expect(await faults()).toEqual([]);
    await browser.queue('downloads', ['ferry', 'tram', 'bus']);
    for (const scheme of ['light', 'dark']) {
      await browser.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await browser.own('ui/options/index.html');
      await browser.own('ui/library/index.html#clip=tram');
      await browser.page.waitForSelector('.sheet h2');
      expect(await faults()).toEqual([]);
      await browser.page.keyboard.press('e');
      await browser.page.waitForSelector('.edit');
      expect(await faults()).toEqual([]);
    }
    await browser.page.setViewport({ width: 400, height: 800 });
    expect(await faults()).toEqual([]);
    await browser.own('ui/options/index.html');
    await browser.own('ui/library/index.html');
    await browser.page.waitForSelector('.clip');
    expect(await faults()).toEqual([]);
    await browser.page.setViewport({ width: 1440, height: 810 });
  });

  it.each([360, 800, 1440])('has nothing out of sight at %i pixels but filters that scroll', async (width) => {
    await browser.page.setViewport({ width, height: 800 });
    await browser.own('ui/options/index.html');
    await browser.own('ui/library/index.html#clip=tram');
    await browser.page.waitForSelector('.sheet h2');
    const hidden = await browser.page.$$eval('button, a, input', (controls) => {
      const isOut = (each: Element): boolean => {
        const { left, right, width: own } = each.getBoundingClientRect();
        return own > 0 && (left < 0 || right > innerWidth);
      };
      return controls.filter((each) => isOut(each) && !each.closest('.filter-list')).map((each) => each.textContent);
    });
    expect(hidden).toEqual([]);
    await browser.page.setViewport({ width: 1440, height: 810 });
  });

  it('goes by keyboard: move, select, delete, undo, search, keys; and its address says where it is', async () => {
    await browser.own('ui/options/index.html');
    await browser.own('ui/library/index.html');
    await waitFor('the list', async () => (await titles()).length === 3);
    await browser.page.keyboard.press('j');
    await browser.page.keyboard.press('j');
    await waitFor('the second clip', async () => (await address()) === '#clip=tram');
    await browser.page.keyboard.press('Delete');
    await waitFor('its going', async () => !(await titles()).includes('tram'));
    await browser.page.keyboard.press('z');
    await waitFor('its return', async () => (await titles()).includes('tram'));
    await browser.page.keyboard.press('/');
    await browser.page.keyboard.type('ferr');
    await waitFor('the search', async () => (await titles()).join() === 'ferry');
    await waitFor('its address', async () => (await address()).includes('q=ferr'));
    await browser.page.keyboard.press('Escape');
    await browser.page.keyboard.press('?');
    await browser.page.waitForSelector('#keys[open]');
    await browser.page.keyboard.press('Escape');
    await waitFor('the list of keys to close', async () => (await browser.page.$('#keys[open]')) === null);
  });
});
