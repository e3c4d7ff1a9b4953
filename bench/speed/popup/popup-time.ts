import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../../scripts/machine.ts';
import { CHROMIUM_SWITCHES } from '../../../test/e2e/harness/chromium-switches.ts';
import { type Site, serveSite } from '../../../test/e2e/harness/site.ts';
import { waitFor } from '../../../test/e2e/harness/wait-for.ts';
import { printTable } from '../../print-table.ts';
import type { Served } from '../quiet-page.ts';
import { median, quantile } from '../statistics.ts';
import { emptyPopup, jianbaoPopup, type TimedPopup } from './popups.ts';

/** One press on a button. */
interface Opening {
  /** Milliseconds from the press to the text on the screen. */
  readonly wall: number;
  /** Milliseconds from the press to the first paint with content; not a number where the browser tells none. */
  readonly paint: number;
  /** Milliseconds of CPU that all processes of the browser took meanwhile; the system counts in tens. */
  readonly cpu: number;
}

/** The popups on the same page, one after the other, by their names. */
export type PopupTime = ReadonlyMap<string, Opening>;

interface PopupRun {
  readonly pages: readonly Served[];
  readonly rounds: number;
  /** Called with an open page of Jianbao before the first press, e.g. to fill the library. */
  readonly prepare?: (ownPage: Page) => Promise<void>;
  /** The popups beside Jianbao's, made in a folder; an empty one where it is not stated. */
  readonly others?: (home: string) => Promise<readonly TimedPopup[]>;
}

/**
 * Opens the real popups in Chromium, the icons pinned and the workers asleep as after half a minute of reading, in turn
 * on each page. No debugger is attached to a popup. A page that Jianbao shows no story of is left out.
 */
export async function measurePopup({ pages, rounds, prepare, others }: PopupRun): Promise<readonly PopupTime[]> {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-popup-'));
  const jianbao = jianbaoPopup(home);
  const popups = [...((await others?.(home)) ?? [emptyPopup(home)]), jianbao];
  const stories = pages.map(({ html }, at) => ({ host: `story-${at}.example`, html }));
  const site = await serveSite(Object.fromEntries(stories.map(({ host, html }) => [`${host}/`, quiet(html)])));
  const browser = await launch(home, site, popups);
  try {
    for (const { id } of popups.filter(({ welcomes }) => welcomes)) {
      const address = `chrome-extension://${id}/ui/welcome/`;
      await browser.waitForTarget((target) => target.url().startsWith(address), { timeout: 60_000 });
    }
    const [page, ...welcomes] = await browser.pages();
    if (!page) throw new Error('Chromium opened no tab');
    for (const welcome of welcomes) await welcome.close();
    if (prepare) {
      await page.goto(`chrome-extension://${jianbao.id}/ui/options/index.html`);
      await prepare(page);
    }
    const times: PopupTime[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const { host } of stories) {
        await page.goto(`http://${host}/`, { waitUntil: 'load' });
        const openings = new Map<string, Opening>();
        for (const popup of popups) {
          const opening = await press(page, popup, site);
          if (opening) openings.set(popup.name, opening);
        }
        if (openings.size === popups.length) times.push(openings);
      }
    }
    return times;
  } finally {
    await browser.close();
    await site.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The median of jianbao ÷ the median of another popup, over the same pages. */
export function popupRatio(times: readonly PopupTime[], other: string, key: keyof Opening): number {
  const medianOf = (name: string): number => median(times.map((time) => figureOf(time, name, key)));
  return medianOf('jianbao') / medianOf(other);
}

function figureOf(time: PopupTime, name: string, key: keyof Opening): number {
  return time.get(name)?.[key] ?? Number.NaN;
}

/** Prints the times. Returns the median of jianbao ÷ that of the empty popup. */
export function printPopup(times: readonly PopupTime[]): number {
  const names = [...(times[0]?.keys() ?? [])].toReversed();
  const rowOf = (name: string): string[] => {
    const figures = (['wall', 'paint', 'cpu'] as const).flatMap((key) => {
      const values = times.map((time) => figureOf(time, name, key));
      return [median(values), quantile(values, 0.95)];
    });
    return [name, ...figures.map((value) => value.toFixed(0))];
  };
  printTable([
    ['', 'press to text, ms', 'p95', 'first paint, ms', 'p95', 'CPU of all processes, ms', 'p95'],
    ...names.map(rowOf),
  ]);
  const ratios = names.slice(1).map((name) => {
    const keys = ['wall', 'paint', 'cpu'] as const;
    return [`jianbao ÷ ${name}`, ...keys.map((key) => popupRatio(times, name, key).toFixed(2))];
  });
  printTable([['ratios of medians', 'text', 'first paint', 'CPU'], ...ratios]);
  return popupRatio(times, 'empty popup', 'wall');
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
    args: [...CHROMIUM_SWITCHES, `--host-resolver-rules=MAP * 127.0.0.1:${site.port}`],
  });
  for (const { folder, id } of popups) {
    const installed = await browser.installExtension(folder);
    if (installed !== id) throw new Error(`Chromium calls the extension in ${folder} ${installed}, not ${id}`);
  }
  return browser;
}

/** Presses the button; nothing where no text was ever shown. */
async function press(page: Page, { id }: TimedPopup, site: Site): Promise<Opening | undefined> {
  const extension = (await page.browser().extensions()).get(id);
  if (!extension) throw new Error(`the extension ${id} is not installed`);
  await sleepWorkers(page);
  const reports = site.requests.length;
  const cpuBefore = await cpuTime(page);
  const pressed = performance.timeOrigin + performance.now();
  await page.triggerExtensionAction(extension);
  const reported = () => site.requests.slice(reports).find((path) => path.startsWith('stopwatch.example/'));
  const shown = await waitFor('the popup', reported, 10_000).catch(() => undefined);
  const cpu = (await cpuTime(page)) - cpuBefore;
  await closePopup(page, id);
  const [, text, paint] = /\/([\d.]+)\/([\d.]+|NaN)\.gif$/.exec(shown ?? '') ?? [];
  return text === undefined ? undefined : { wall: Number(text) - pressed, paint: Number(paint) - pressed, cpu };
}

/** Of all processes of the browser so far, in milliseconds. */
async function cpuTime(page: Page): Promise<number> {
  const session = await page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((total, process) => total + process.cpuTime * 1000, 0);
}

async function sleepWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

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
