import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../../../scripts/machine.ts';
import { CHROMIUM_SWITCHES } from '../../../test/e2e/harness/chromium-switches.ts';
import { type Site, serveSite } from '../../../test/e2e/harness/site.ts';
import { waitFor } from '../../../test/e2e/harness/wait-for.ts';
import { type Served, threadTime } from '../quiet-page.ts';
import type { TimedPopup } from './popups.ts';

/** One press on a button. */
export interface Opening {
  /** Milliseconds from the press to the text on the screen. */
  readonly wall: number;
  /** Milliseconds from the press to the first paint with content. */
  readonly paint: number;
  /** Milliseconds of CPU that all processes of the browser took meanwhile; the system counts in tens. */
  readonly cpu: number;
  /** Milliseconds of CPU that the main thread of the page took meanwhile. */
  readonly page: number;
  /** JavaScript heap of the popup in megabytes after a collection, once it is idle. */
  readonly heap: number;
}

/** Chromium with the popups installed, one tab, and pages that it can open. */
export interface PopupBrowser {
  readonly page: Page;
  /** The page's own session, with its metrics in CPU time of the main thread. */
  readonly session: CDPSession;
  /** Opens a page by its place among those that were given. */
  open(at: number): Promise<void>;
  /** Presses a popup's button. Undefined where no text is shown within so many milliseconds (default 10,000). */
  press(popup: TimedPopup, longest?: number): Promise<Opening | undefined>;
  close(): Promise<void>;
}

/** What a popup does after its text is up takes less, in milliseconds. */
const SETTLED = 500;

/**
 * Starts Chromium with popups and pages. The icons are pinned. No script of a page runs, and nothing else of it is served.
 *
 * @param popupsIn makes the popups in a temporary folder, which is removed at the end.
 */
export async function openPopupBrowser(
  pages: readonly Served[],
  popupsIn: (home: string) => Promise<readonly TimedPopup[]>,
): Promise<PopupBrowser & { readonly popups: readonly TimedPopup[] }> {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-popup-'));
  const popups = await popupsIn(home);
  const hostOf = (at: number): string => `story-${at}.example`;
  const site = await serveSite(Object.fromEntries(pages.map(({ html }, at) => [`${hostOf(at)}/`, quiet(html)])));
  const browser = await launch(home, site, popups);
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await onlyTab(browser, popups);
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return {
      page,
      session,
      popups,
      async open(at) {
        await page.goto(`http://${hostOf(at)}/`, { waitUntil: 'load' });
      },
      press: (popup, longest = 10_000) => press({ page, session, site }, popup, longest),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
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

/** The tab that is left when the pages for new users are closed. */
async function onlyTab(browser: Browser, popups: readonly TimedPopup[]): Promise<Page> {
  for (const { id } of popups.filter(({ welcomes }) => welcomes)) {
    const address = `chrome-extension://${id}/ui/welcome/`;
    await browser.waitForTarget((target) => target.url().startsWith(address), { timeout: 60_000 });
  }
  const [page, ...welcomes] = await browser.pages();
  if (!page) throw new Error('Chromium opened no tab');
  for (const welcome of welcomes) await welcome.close();
  return page;
}

interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
  readonly site: Site;
}

/** Presses the button with the workers asleep. No debugger is attached to the popup before its text is on the screen. */
async function press({ page, session, site }: Tab, popup: TimedPopup, longest: number): Promise<Opening | undefined> {
  const extension = (await page.browser().extensions()).get(popup.id);
  if (!extension) throw new Error(`the extension ${popup.id} is not installed`);
  await sleepWorkers(page);
  const reports = site.requests.length;
  const [cpuBefore, pageBefore] = [await cpuTime(page), await threadTime(session)];
  const pressed = performance.timeOrigin + performance.now();
  await page.triggerExtensionAction(extension);
  const reported = () => site.requests.slice(reports).find((path) => path.startsWith('stopwatch.example/'));
  const shown = await waitFor('the popup', reported, longest).catch(() => undefined);
  const [cpu, thread] = [(await cpuTime(page)) - cpuBefore, (await threadTime(session)) - pageBefore];
  const heap = await heapOf(page, popup.id);
  await closePopup(page, popup.id);
  const [, text, paint] = /\/([\d.]+)\/([\d.]+)\.gif$/.exec(shown ?? '') ?? [];
  if (text === undefined) return undefined;
  return { wall: Number(text) - pressed, paint: Number(paint) - pressed, cpu, page: thread, heap };
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

async function heapOf(page: Page, id: string): Promise<number> {
  const session = await page.browser().target().createCDPSession();
  try {
    const popup = await popupTarget(session, id);
    if (popup === undefined) return Number.NaN;
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: popup, flatten: true });
    const own = session.connection()?.session(sessionId);
    if (!own) throw new Error('the session with the popup is gone');
    const idle = `new Promise((done) => setTimeout(() => requestIdleCallback(() => done()), ${SETTLED}))`;
    await own.send('Runtime.evaluate', { expression: idle, awaitPromise: true });
    await own.send('HeapProfiler.collectGarbage');
    return (await own.send('Runtime.getHeapUsage')).usedSize / 1e6;
  } finally {
    await session.detach();
  }
}

async function closePopup(page: Page, id: string): Promise<void> {
  const session = await page.browser().target().createCDPSession();
  await waitFor('the popup to close', async () => {
    const popup = await popupTarget(session, id);
    if (popup !== undefined) await session.send('Target.closeTarget', { targetId: popup });
    return popup === undefined;
  });
  await session.detach();
}

async function popupTarget(session: CDPSession, id: string): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets');
  const own = `chrome-extension://${id}/`;
  return targetInfos.find(({ url }) => url.startsWith(own) && url.includes('popup'))?.targetId;
}
