import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../../scripts/machine.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { expressionOf, type LaunchOptions, type PageFunction, type TestBrowser, type View } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

const EXTENSION = fileURLToPath(new URL('../../../dist/firefox', import.meta.url));
const ADDON = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;

/** WebDriver's codes for keys that are not characters. */
const KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Tab: '\uE004',
};

/** The name under which WebDriver hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts Firefox with the built extension and a profile of its own. */
export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-firefox-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  writeFileSync(join(home, 'user.js'), preferencesFor(options, downloads));
  const executable = process.env['FIREFOX_PATH'] ?? findProgram('firefox-esr') ?? findProgram('firefox');
  if (!executable) throw new Error('no Firefox found: install one, or name it in FIREFOX_PATH');
  const firefox = spawn(
    executable,
    ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', home],
    { stdio: 'ignore', env: { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: '1' } },
  );
  const portFile = join(home, 'MarionetteActivePort');
  const port = await waitFor('Firefox', () => existsSync(portFile) && Number(readFileSync(portFile, 'utf8')));
  const marionette = await waitFor('Marionette', () => connectMarionette(port));
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await marionette.send('Addon:Install', { path: EXTENSION, temporary: true });
  const started = new Firefox(marionette, firefox, home, downloads);
  await started.closeWelcome();
  return started;
}

function preferencesFor({ site, dark }: LaunchOptions, downloads: string): string {
  const preferences: Record<string, string | number | boolean> = {
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'browser.aboutConfig.showWarning': false,
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'dom.security.https_first': false,
    'extensions.update.enabled': false,
    'extensions.webextOptionalPermissionPrompts': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'marionette.port': 0,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // The site is the proxy, so that every host is the site.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': site.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': site.port,
    'services.settings.server': 'data:,#',
    'toolkit.telemetry.reportingpolicy.firstRun': false,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n');
}

class Firefox implements TestBrowser {
  readonly name = 'firefox';
  readonly downloads: string;
  readonly page: View;
  readonly #marionette: Marionette;
  readonly #process: ChildProcess;
  readonly #home: string;
  readonly #button = `${ADDON.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-BAP`;

  constructor(marionette: Marionette, firefox: ChildProcess, home: string, downloads: string) {
    this.#marionette = marionette;
    this.#process = firefox;
    this.#home = home;
    this.downloads = downloads;
    this.page = this.#tabView();
  }

  /** A new user is welcomed in a tab of its own, which would stay in front. */
  async closeWelcome(): Promise<void> {
    await waitFor('the welcome page', () =>
      this.#chrome(() => {
        const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.includes('ui/welcome/'));
        if (tab) gBrowser.removeTab(tab);
        return tab !== undefined;
      }),
    );
  }

  async open(url: string): Promise<void> {
    await this.#marionette.send('WebDriver:Navigate', { url }).catch((error: unknown) => {
      // A page that cannot be loaded is a page all the same: the browser's own about the error.
      if (!String(error).includes('error page')) throw error;
    });
  }

  async openPopup(): Promise<View> {
    await this.#chrome((find) => document.querySelector(find)?.closest<XulPanel>('panel')?.hidePopup(), POPUP);
    await waitFor('the popup to close', async () => !(await this.popupIsOpen()));
    const popup = this.#popupView();
    await waitFor('the popup', async () => {
      if (!(await this.popupIsOpen())) await this.#clickButton();
      return popup.run(() => document.readyState === 'complete');
    });
    return popup;
  }

  async #clickButton(): Promise<void> {
    await this.#inChrome(async () => {
      const found = await this.#marionette.send('WebDriver:FindElement', { using: 'id', value: this.#button });
      const id = (found as { value: Record<string, string> }).value[ELEMENT];
      await this.#marionette.send('WebDriver:ElementClick', { id });
    });
  }

  async popupIsOpen(): Promise<boolean> {
    return this.#chrome((find) => document.querySelector(find) !== null, POPUP);
  }

  async openOwnPage(path: string): Promise<View> {
    const host = await this.#chrome((id) => WebExtensionPolicy.getByID(id)?.mozExtensionHostname, ADDON);
    await this.open(`moz-extension://${host}/${path}`);
    return this.page;
  }

  async pressShortcut(keys: string): Promise<void> {
    await this.#press(keys.split('+').map((key) => KEYS[key] ?? key.toLowerCase()));
  }

  async chooseMenuItem(selector: string, label: string): Promise<void> {
    const at = await this.page.run((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    }, selector);
    await this.#marionette.send('WebDriver:PerformActions', pointerActions(at ?? { x: 0, y: 0 }, 2));
    await waitFor(`the menu item ${label}`, () =>
      this.#chrome((wanted) => {
        const menu = document.querySelector<XulMenu>('#contentAreaContextMenu');
        const items = [...(menu?.querySelectorAll('menuitem') ?? [])];
        const item = items.find((each) => each.getAttribute('label') === wanted);
        if (!menu || !item || menu.state !== 'open') return false;
        menu.activateItem(item);
        return true;
      }, label),
    );
  }

  async badge(): Promise<{ text: string; title: string }> {
    return this.#chrome((id) => {
      const button = document.getElementById(id);
      const of = (name: string): string =>
        [button, ...(button?.querySelectorAll('*') ?? [])].map((part) => part?.getAttribute(name)).find(Boolean) ?? '';
      return { text: of('badge'), title: of('tooltiptext') };
    }, this.#button);
  }

  async stopBackground(): Promise<void> {
    await this.#chrome(async (id) => {
      await WebExtensionPolicy.getByID(id)?.extension.terminateBackground();
    }, ADDON);
  }

  async complaints(): Promise<readonly string[]> {
    return this.#chrome((id) => {
      const host = WebExtensionPolicy.getByID(id)?.mozExtensionHostname ?? '';
      return (
        Services.console
          .getMessageArray()
          .map((each) => String(each.message))
          .filter((message) => message.includes(host))
          // Firefox's own notes, not faults: on a page that closed while it asked or was only loaded ahead, on early layout.
          .filter((message) => !/after context unloaded|FrameData missing|Layout was forced before/.test(message))
      );
    }, ADDON);
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#marionette
      .send('Marionette:Quit', { flags: ['eForceQuit'] })
      .catch(() => this.#process.kill('SIGKILL'));
    await gone;
    this.#marionette.close();
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }

  #tabView(): View {
    const evaluate = (expression: string): Promise<unknown> => this.#script(expression);
    const run = async <A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R> =>
      (await evaluate(expressionOf(code, args))) as R;
    return {
      evaluate,
      run,
      click: async (selector) => {
        const found = await this.#marionette.send('WebDriver:FindElement', { using: 'css selector', value: selector });
        const id = (found as { value: Record<string, string> }).value[ELEMENT];
        await this.#marionette.send('WebDriver:ElementClick', { id });
      },
      press: (key) => this.#press([KEYS[key] ?? key]),
      screenshot: async (file) => {
        const { value } = (await this.#marionette.send('WebDriver:TakeScreenshot', { full: false })) as {
          value: string;
        };
        writeFileSync(file, Buffer.from(value, 'base64'));
      },
    };
  }

  #popupView(): View {
    const evaluate = (expression: string): Promise<unknown> => this.#chrome(runInPopup, POPUP, expression);
    const run = async <A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R> =>
      (await evaluate(expressionOf(code, args))) as R;
    return {
      evaluate,
      run,
      click: async (selector) => {
        const inside = await run((wanted) => {
          const target = document.querySelector(wanted);
          target?.scrollIntoView({ block: 'center' });
          const box = target?.getBoundingClientRect();
          return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }, selector);
        if (!inside) throw new Error(`the popup has no ${selector}`);
        const frame = await this.#chrome((find) => {
          const box = document.querySelector(find)?.getBoundingClientRect();
          return { x: box?.x ?? 0, y: box?.y ?? 0 };
        }, POPUP);
        const at = { x: Math.round(frame.x + inside.x), y: Math.round(frame.y + inside.y) };
        await this.#inChrome(() => this.#marionette.send('WebDriver:PerformActions', pointerActions(at, 0)));
      },
      press: (key) => this.#press([KEYS[key] ?? key]),
      screenshot: async (file) => {
        const url = await this.#chrome(drawPopup, POPUP);
        writeFileSync(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
      },
    };
  }

  async #press(keys: readonly string[]): Promise<void> {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    const actions = [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
    await this.#inChrome(() => this.#marionette.send('WebDriver:PerformActions', { actions }));
  }

  /** Runs code in the browser's own window. */
  async #chrome<A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R> {
    return this.#inChrome(async () => (await this.#script(expressionOf(code, args), 'system')) as R);
  }

  async #inChrome<T>(work: () => Promise<T>): Promise<T> {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work();
    } finally {
      await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  async #script(expression: string, sandbox?: string): Promise<unknown> {
    const answer = (await this.#marionette.send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1];
        ${expression}.then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`,
      args: [],
      scriptTimeout: 60_000,
      ...(sandbox ? { sandbox, newSandbox: false } : {}),
    })) as { value: string };
    const { value, error } = JSON.parse(answer.value) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }
}

const POPUP = 'browser.webextension-popup-browser';

function pointerActions({ x, y }: { x: number; y: number }, button: number): { actions: unknown[] } {
  const actions = [
    { type: 'pointerMove', x, y, origin: 'viewport' },
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ];
  return { actions: [{ type: 'pointer', id: `mouse${button}`, parameters: { pointerType: 'mouse' }, actions }] };
}

/** The popup's document lives in another process, out of WebDriver's reach: a frame script goes there and answers. */
function runInPopup(find: string, expression: string): Promise<unknown> {
  const frame = document.querySelector<XulBrowser>(find);
  if (!frame) throw new Error('the popup is not open');
  const name = `jianbao:${Math.random()}`;
  const script = `(async () => {
    try {
      const page = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
      const value = await Cu.evalInSandbox(${JSON.stringify(`${expression}.then((value) => JSON.stringify({ value }))`)}, page);
      sendAsyncMessage(${JSON.stringify(name)}, value);
    } catch (error) {
      sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify({ error: String(error) }));
    }
  })()`;
  return new Promise((resolve, reject) => {
    // A popup that is about to close or to change its process never answers.
    setTimeout(() => reject(new Error('the popup did not answer')), 10_000);
    frame.messageManager.addMessageListener(name, function listener({ data }) {
      frame.messageManager.removeMessageListener(name, listener);
      const { value, error } = JSON.parse(data) as { value?: unknown; error?: string };
      if (error === undefined) resolve(value);
      else reject(new Error(error));
    });
    const url = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
    frame.messageManager.loadFrameScript(url, false);
  });
}

async function drawPopup(find: string): Promise<string> {
  const frame = document.querySelector<XulBrowser>(find);
  const bitmap = await frame?.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap?.width ?? 0;
  canvas.height = bitmap?.height ?? 0;
  if (bitmap) canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');
}

// What a Firefox window has that a web page has not, as far as it is used here.

interface XulMenu extends Element {
  readonly state: string;
  activateItem(item: Element): void;
}

interface XulPanel extends Element {
  hidePopup(): void;
}

interface XulBrowser extends Element {
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: string }) => void): void;
    loadFrameScript(url: string, later: boolean): void;
  };
  readonly browsingContext: {
    readonly currentWindowGlobal: { drawSnapshot(area: null, scale: number, ground: string): Promise<ImageBitmap> };
  };
}

declare const WebExtensionPolicy: {
  getByID(id: string): { mozExtensionHostname: string; extension: { terminateBackground(): Promise<void> } } | null;
};

interface XulTab {
  readonly linkedBrowser: { readonly currentURI: { readonly spec: string } };
}

declare const gBrowser: { readonly tabs: readonly XulTab[]; removeTab(tab: XulTab): void };

declare const Services: { readonly console: { getMessageArray(): readonly { readonly message: unknown }[] } };
