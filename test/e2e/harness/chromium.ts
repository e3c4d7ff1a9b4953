import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, {
  type ConsoleMessage,
  type KeyInput,
  type Page,
  type Browser as Puppet,
  type Target,
} from 'puppeteer-core';
import type { Browser } from 'webextension-polyfill';
import { findChromium } from '../../../scripts/machine.ts';
import { CHROMIUM_SWITCHES } from './chromium-switches.ts';
import { openScreen, type Screen } from './screen.ts';
import {
  expressionOf,
  type LaunchOptions,
  type MenuItem,
  type PageFunction,
  type TestBrowser,
  type View,
} from './test-browser.ts';
import { unpackedId } from './unpacked-id.ts';
import { PATIENCE, waitFor } from './wait-for.ts';

const EXTENSION = fileURLToPath(new URL('../../../dist/chrome', import.meta.url));

declare const browser: Browser;

/** Starts Chromium with the built extension and a new profile, and returns what a test controls it by. */
export async function launchChromium(options: LaunchOptions): Promise<TestBrowser> {
  return new Chromium(await startChromium(options));
}

/** Starts Chromium with the built extension and a profile of its own. One tab is open, and empty. */
export async function startChromium(options: LaunchOptions): Promise<RunningChromium> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install one, or name it in CHROME_PATH');
  const { userHome } = options;
  // Chromium looks for native messaging hosts in its profile, which in a user's home has this place.
  const ownHome = options.profile ?? mkdtempSync(join(tmpdir(), 'jianbao-chromium-'));
  const home = userHome ? join(userHome, '.config/chromium') : ownHome;
  const downloads = options.downloads ?? join(home, 'downloads');
  const isRestarted = existsSync(join(home, 'Default', 'Preferences'));
  if (!isRestarted) seedProfile(home, downloads, options);
  const screen = options.onScreen === 'virtual' ? await openScreen() : undefined;
  const browser = await puppeteer.launch({
    executablePath,
    headless: !options.onScreen,
    pipe: true,
    enableExtensions: true,
    userDataDir: home,
    defaultViewport: null,
    timeout: 120_000,
    // A home that cannot be written to, or that is another user's, does not matter.
    env: {
      ...process.env,
      HOME: userHome ?? home,
      XDG_CONFIG_HOME: '',
      ...(screen ? { DISPLAY: screen.display } : {}),
    },
    // Loaded from the command line, it is the same extension after a restart, with what the user has allowed it.
    args: [...switchesFor(options), ...(options.profile === undefined ? [] : [`--load-extension=${EXTENSION}`])],
  });
  const [page] = await browser.pages();
  if (!page) throw new Error('Chromium opened no tab');
  page.setDefaultTimeout(PATIENCE);
  const id = options.profile === undefined ? await browser.installExtension(EXTENSION) : unpackedId(EXTENSION);
  if (!isRestarted) await closeWelcome(browser);
  await page.bringToFront();
  return { browser, id, page, home, downloads, screen, isKept: options.profile !== undefined };
}

async function closeWelcome(browser: Puppet): Promise<void> {
  const welcome = await browser.waitForTarget((target) => target.url().includes('ui/welcome/'), { timeout: PATIENCE });
  await (await welcome.page())?.close();
}

function switchesFor({ site, dark, language }: LaunchOptions): string[] {
  return [
    ...CHROMIUM_SWITCHES,
    '--disable-auto-reload',
    '--window-position=0,0',
    '--window-size=1200,850',
    `--host-resolver-rules=MAP * 127.0.0.1:${site.port}`,
    ...(dark ? ['--force-dark-mode'] : []),
    ...(language ? [`--lang=${language}`] : []),
  ];
}

/** The protocol's own way to set a download folder replaces the names that the extension asks for. */
function seedProfile(
  home: string,
  downloads: string,
  { allowedHost, allowedCompanion, allowedApis = [] }: LaunchOptions,
): void {
  mkdirSync(join(home, 'Default'), { recursive: true });
  mkdirSync(downloads, { recursive: true });
  // What the user has allowed before is allowed again without a question.
  const allowed = {
    api: [...(allowedCompanion ? ['nativeMessaging'] : []), ...allowedApis],
    explicit_host: allowedHost ? [`http://${allowedHost}/*`, `https://${allowedHost}/*`] : [],
  };
  const granted = { runtime_granted_permissions: { ...allowed, manifest_permissions: [], scriptable_host: [] } };
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    extensions: { settings: { [unpackedId(EXTENSION)]: granted } },
  };
  writeFileSync(join(home, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** A Chromium with the extension in it, and what it was given. */
export interface RunningChromium {
  readonly browser: Puppet;
  readonly id: string;
  readonly page: Page;
  readonly home: string;
  readonly downloads: string;
  readonly screen: Screen | undefined;
  /** The profile outlives the browser. */
  readonly isKept: boolean;
}

/**
 * No way to read Chromium's menu is known. The extension's entry is before “Inspect”, which is last; on a plain page before “View page
 * source” too.
 */
const UP_FROM_LAST: Readonly<Record<MenuItem, readonly string[]>> = {
  page: ['Up', 'Up'],
  selection: ['Up'],
  link: ['Up'],
};

class Chromium implements TestBrowser {
  readonly name = 'chromium';
  readonly downloads: string;
  readonly #parts: RunningChromium;
  readonly #complaints: string[] = [];
  #tab: Page;

  constructor(parts: RunningChromium) {
    this.#parts = parts;
    this.downloads = parts.downloads;
    this.#tab = parts.page;
  }

  get page(): View {
    return viewOf(this.#tab);
  }

  async open(url: string): Promise<void> {
    await this.#renewTab();
    await this.#tab.goto(url, { waitUntil: 'load' }).catch((error: unknown) => {
      // A page that cannot be loaded is a page all the same: the browser's own about the error.
      if (!String(error).includes('net::ERR')) throw error;
      return waitFor('the error page', () => this.page.run(() => document.readyState === 'complete'));
    });
    await this.#tab.bringToFront();
  }

  /** What a tab has shown can hold up what it is to show next: a PDF viewer leaves puppeteer waiting for its frames. */
  async #renewTab(): Promise<void> {
    const old = this.#tab;
    if (old.url() === 'about:blank') return;
    this.#tab = await this.#parts.browser.newPage();
    this.#tab.setDefaultTimeout(PATIENCE);
    await old.close();
  }

  async openPopup(): Promise<View> {
    await this.#closePopup();
    await this.press();
    return this.openedPopup();
  }

  async press(): Promise<void> {
    const { browser, id } = this.#parts;
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error('the extension is not installed');
    await this.#tab.triggerExtensionAction(extension);
  }

  async openedPanel(): Promise<View> {
    const find = () => this.#parts.browser.targets().find((target) => target.url().includes('ui/panel/'));
    const panel = await (await waitFor('the side panel', find)).asPage();
    this.#listen(panel);
    return viewOf(panel);
  }

  async openedPopup(): Promise<View> {
    const popup = await (await waitFor('the popup', () => this.#popup())).asPage();
    this.#listen(popup);
    return viewOf(popup);
  }

  async popupIsOpen(): Promise<boolean> {
    return this.#popup() !== undefined;
  }

  #popup(): Target | undefined {
    return this.#parts.browser.targets().find((target) => target.url().includes('ui/popup/'));
  }

  async #closePopup(): Promise<void> {
    const page = await this.#popup()?.asPage();
    // It may be closing by itself.
    await page?.close().catch((error: unknown) => {
      if (this.#popup()) throw error;
    });
    await waitFor('the popup to close', () => this.#popup() === undefined);
  }

  async openOwnPage(path: string): Promise<View> {
    this.#listen(this.#tab);
    await this.#tab.goto(`chrome-extension://${this.#parts.id}/${path}`, { waitUntil: 'load' });
    return this.page;
  }

  async inOtherTab<T>(address: string, work: (view: View) => Promise<T>): Promise<T> {
    const find = () =>
      this.#parts.browser.targets().find((target) => target.type() === 'page' && target.url().includes(address));
    const page = await (await waitFor(`the tab ${address}`, find)).asPage();
    this.#listen(page);
    return work(viewOf(page));
  }

  async pressShortcut(keys: string): Promise<void> {
    this.#screen().act('key', keys.toLowerCase());
  }

  async allowSite(): Promise<void> {
    await waitFor('the question, which closes the popup', () => this.#popup() === undefined);
    // It takes no key at first, so that nobody answers it by mistake.
    await sleep(2000);
    this.#screen().act('key', 'Tab', 'Return');
  }

  async chooseMenuItem(item: MenuItem, selector: string): Promise<void> {
    const at = await this.#tab.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const [left, top] = [window.screenX, window.screenY + window.outerHeight - window.innerHeight];
      return { x: Math.round(left + x + width / 2), y: Math.round(top + y + height / 2) };
    });
    const screen = this.#screen();
    const windows = screen.windows();
    screen.act('mousemove', String(at.x), String(at.y), 'click', '3');
    await waitFor('the menu', () => screen.windows() > windows);
    // A menu that is up may not listen yet, and what is pressed before that is lost: End may be pressed often.
    screen.act(
      'key',
      'End',
      'sleep',
      '0.3',
      'key',
      'End',
      'sleep',
      '0.3',
      'key',
      'End',
      ...UP_FROM_LAST[item],
      'Return',
    );
    await waitFor('the menu to close', () => screen.windows() <= windows);
  }

  async refuseSite(): Promise<void> {
    const hasFocus = () => this.#tab.evaluate(() => document.hasFocus());
    // The question takes the focus from the page; what follows returns it to the page or to another.
    await waitFor('the question', async () => !(await hasFocus()));
    this.#screen().act('key', 'Escape');
  }

  async badge(): Promise<{ text: string; title: string }> {
    return this.#inBackground(async () => {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      const tabId = tab?.id ?? -1;
      return { text: await browser.action.getBadgeText({ tabId }), title: await browser.action.getTitle({ tabId }) };
    });
  }

  async stopBackground(): Promise<void> {
    const session = await this.#tab.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  async #inBackground<A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R> {
    const worker = await waitFor('the service worker', () => this.#worker());
    // Puppeteer's own session would stay: findings/puppeteer-keeps-stopped-worker-asleep.sh.
    const session = await worker.createCDPSession();
    try {
      const evaluated = { expression: expressionOf(code, args), awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', evaluated);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as R;
    } finally {
      await session.detach();
    }
  }

  async complaints(): Promise<readonly string[]> {
    return this.#complaints;
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
    this.#parts.screen?.close();
    if (!this.#parts.isKept) rmSync(this.#parts.home, { recursive: true, force: true, maxRetries: 5 });
  }

  #worker(): Target | undefined {
    const { browser, id } = this.#parts;
    return browser.targets().find((target) => target.type() === 'service_worker' && target.url().includes(id));
  }

  #screen(): Screen {
    const { screen } = this.#parts;
    if (!screen) throw new Error('launch with onScreen: keys and menus need a screen');
    return screen;
  }

  #listen(page: Page): void {
    page.on('console', (message: ConsoleMessage) => {
      if (['error', 'warn', 'issue'].includes(message.type())) this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
  }
}

/**
 * Resolves when what was changed or scrolled is drawn: a picture taken before that shows a sticky element in its new place
 * and the rest in the old one.
 */
function framesDrawn(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function viewOf(page: Page): View {
  return {
    evaluate: (expression) => page.evaluate(expression),
    run: async (code, ...args) => (await page.evaluate(expressionOf(code, args))) as Awaited<ReturnType<typeof code>>,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key as KeyInput),
    screenshot: async (file) => {
      await page.evaluate(framesDrawn);
      await page.screenshot({ path: file as `${string}.png` });
    },
  };
}
