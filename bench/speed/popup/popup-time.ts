import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../../scripts/machine.ts';
import { type Site, serveSite } from '../../../test/e2e/harness/site.ts';
import { waitFor } from '../../../test/e2e/harness/wait-for.ts';
import type { Served } from '../quiet-page.ts';
import { median, quantile } from '../statistics.ts';
import { printTable } from '../table.ts';
import { emptyPopup, jianbaoPopup, type TimedPopup } from './popups.ts';

/** Milliseconds from the press on the button to the text on the screen, of both popups on the same page. */
export interface PopupTime {
  readonly jianbao: number;
  readonly empty: number;
}

interface PopupRun {
  readonly pages: readonly Served[];
  readonly rounds: number;
  /** Called with an open page of Jianbao before the first press, e.g. to fill the library. */
  readonly prepare?: (ownPage: Page) => Promise<void>;
}

/**
 * Opens the real popups in Chromium, the icons pinned and the workers asleep as after half a minute of reading, in turn
 * on each page. No debugger is attached to a popup. A page that Jianbao shows no story of is left out.
 */
export async function measurePopup({ pages, rounds, prepare }: PopupRun): Promise<readonly PopupTime[]> {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-popup-'));
  const [jianbao, empty] = [jianbaoPopup(home), emptyPopup(home)];
  const stories = pages.map(({ html }, at) => ({ host: `story-${at}.example`, html }));
  const site = await serveSite(Object.fromEntries(stories.map(({ host, html }) => [`${host}/`, quiet(html)])));
  const browser = await launch(home, site, [jianbao, empty]);
  try {
    await browser.waitForTarget((target) => target.url().includes('ui/welcome/'), { timeout: 60_000 });
    const [page, ...others] = await browser.pages();
    if (!page) throw new Error('Chromium opened no tab');
    for (const other of others) await other.close();
    if (prepare) {
      await page.goto(`chrome-extension://${jianbao.id}/ui/options/index.html`);
      await prepare(page);
    }
    const times: PopupTime[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const { host } of stories) {
        await page.goto(`http://${host}/`, { waitUntil: 'load' });
        const pair = { empty: await press(page, empty, site), jianbao: await press(page, jianbao, site) };
        if (Number.isFinite(pair.empty + pair.jianbao)) times.push(pair);
      }
    }
    return times;
  } finally {
    await browser.close();
    await site.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Prints the times; answers the median of jianbao ÷ empty, page by page. */
export function printPopup(times: readonly PopupTime[]): number {
  const ratios = times.map(({ jianbao, empty }) => jianbao / empty);
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    median(values).toFixed(0),
    quantile(values, 0.95).toFixed(0),
  ];
  printTable([
    ['press to text, ms', 'median', 'p95'],
    row(
      'jianbao',
      times.map(({ jianbao }) => jianbao),
    ),
    row(
      'empty popup',
      times.map(({ empty }) => empty),
    ),
    ['× (page)', median(ratios).toFixed(2), quantile(ratios, 0.95).toFixed(2)],
  ]);
  return median(ratios);
}

/** What a popup waits for is what is measured: no script of the page runs, and nothing else of it is to be had. */
function quiet(html: string) {
  return { body: html, headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } };
}

async function launch(home: string, site: Site, popups: readonly TimedPopup[]): Promise<Browser> {
  const profile = join(home, 'profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  // An icon that is not pinned slides out of the puzzle piece first, which takes the browser a quarter of a second.
  const preferences = { extensions: { pinned_extensions: popups.map(({ id }) => id) } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const browser = await puppeteer.launch({
    executablePath: findChromium() ?? 'chromium',
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    targetFilter: (target) => !target.url().includes('popup'),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
      `--host-resolver-rules=MAP * 127.0.0.1:${site.port}`,
    ],
  });
  for (const { folder, id } of popups) {
    const installed = await browser.installExtension(folder);
    if (installed !== id) throw new Error(`Chromium calls the extension in ${folder} ${installed}, not ${id}`);
  }
  return browser;
}

/** Presses the button; Infinity where no text was ever shown. */
async function press(page: Page, { id }: TimedPopup, site: Site): Promise<number> {
  const extension = (await page.browser().extensions()).get(id);
  if (!extension) throw new Error(`the extension ${id} is not installed`);
  await sleepWorkers(page);
  const before = site.requests.length;
  const pressed = performance.timeOrigin + performance.now();
  await page.triggerExtensionAction(extension);
  const reported = () => site.requests.slice(before).find((path) => path.startsWith('stopwatch.example/'));
  const shown = await waitFor('the popup', reported, 10_000).catch(() => undefined);
  await closePopup(page, id);
  return shown === undefined ? Number.POSITIVE_INFINITY : Number(/\/([\d.]+)\.gif$/.exec(shown)?.[1]) - pressed;
}

async function sleepWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** A popup that reported has closed itself. */
async function closePopup(page: Page, id: string): Promise<void> {
  const session = await page.browser().target().createCDPSession();
  await waitFor('the popup to close', async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    const popup = targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${id}/`) && url.includes('popup'));
    if (popup) await session.send('Target.closeTarget', { targetId: popup.targetId });
    return !popup;
  });
  await session.detach();
}
