import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../../scripts/machine.ts';
import { firefoxPopupIsOpen, firefoxPopupView, firefoxSidebarView, hideFirefoxPopup } from './firefox-popup.ts';
import { type FirefoxProfile, writeFirefoxProfile } from './firefox-profile.ts';
import { type FirefoxSession, firefoxSession } from './firefox-session.ts';
import type { ExtensionPolicies, FirefoxServices, XulMenu } from './firefox-window.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import {
  expressionOf,
  type LaunchOptions,
  MENU_ITEMS,
  type MenuItem,
  type PageFunction,
  type TestBrowser,
  type View,
} from './test-browser.ts';
import { waitFor } from './wait-for.ts';

const EXTENSION = fileURLToPath(new URL('../../../dist/firefox', import.meta.url));
const ADDON = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;

/** The toolbar button's element. */
const BUTTON = `${ADDON.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-BAP`;

// What the code below finds in the browser's own window.
declare const Services: FirefoxServices;
declare const WebExtensionPolicy: ExtensionPolicies;

/** Starts Firefox with the built extension and a profile of its own. */
export async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const executable = process.env['FIREFOX_PATH'] ?? findProgram('firefox-esr') ?? findProgram('firefox');
  if (!executable) throw new Error('no Firefox found: install one, or name it in FIREFOX_PATH');
  const profile = writeFirefoxProfile(options);
  const firefox = spawn(
    executable,
    ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile.home],
    {
      stdio: 'ignore',
      env: { ...process.env, HOME: options.userHome ?? profile.home, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    },
  );
  const portFile = join(profile.home, 'MarionetteActivePort');
  // The file may be read half written: it is read again for each try.
  const marionette = await waitFor('Firefox', () => connectMarionette(Number(readFileSync(portFile, 'utf8'))));
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await marionette.send('Addon:Install', { path: EXTENSION, temporary: true });
  const started = new Firefox(marionette, firefox, profile, options.profile !== undefined);
  await started.closeWelcome();
  return started;
}

class Firefox implements TestBrowser {
  readonly name = 'firefox';
  readonly downloads: string;
  readonly page: View;
  readonly #marionette: Marionette;
  readonly #session: FirefoxSession;
  readonly #process: ChildProcess;
  readonly #home: string;
  /** The profile outlives the browser. */
  readonly #isKept: boolean;

  constructor(marionette: Marionette, firefox: ChildProcess, { home, downloads }: FirefoxProfile, isKept: boolean) {
    this.#isKept = isKept;
    this.#marionette = marionette;
    this.#session = firefoxSession(marionette);
    this.#process = firefox;
    this.#home = home;
    this.downloads = downloads;
    this.page = tabView(this.#session);
  }

  /** A new user is welcomed in a tab of its own; one that goes while it is loading complains of it. */
  async closeWelcome(): Promise<void> {
    await waitFor('the welcome page', () => this.#session.closeOtherTab('ui/welcome/', 'h1'));
  }

  async open(url: string): Promise<void> {
    await this.#session.navigate(url).catch((error: unknown) => {
      // A page that cannot be loaded is a page all the same: the browser's own about the error.
      if (!String(error).includes('error page')) throw error;
    });
  }

  async openPopup(): Promise<View> {
    await hideFirefoxPopup(this.#session);
    await waitFor('the popup to close', async () => !(await this.popupIsOpen()));
    const popup = firefoxPopupView(this.#session);
    await waitFor('the popup', async () => {
      if (!(await this.popupIsOpen())) await this.#session.clickInWindow({ id: BUTTON });
      return popup.run(() => document.readyState === 'complete');
    });
    return popup;
  }

  async press(): Promise<void> {
    await this.#session.clickInWindow({ id: BUTTON });
  }

  async openedPanel(): Promise<View> {
    const panel = firefoxSidebarView(this.#session);
    await waitFor('the sidebar', () => panel.run(() => document.readyState === 'complete'));
    return panel;
  }

  async openedPopup(): Promise<View> {
    const popup = firefoxPopupView(this.#session);
    await waitFor('the popup', () => popup.run(() => document.readyState === 'complete'));
    return popup;
  }

  popupIsOpen(): Promise<boolean> {
    return firefoxPopupIsOpen(this.#session);
  }

  async openOwnPage(path: string): Promise<View> {
    const host = await this.#session.inWindow((id) => WebExtensionPolicy.getByID(id)?.mozExtensionHostname, ADDON);
    await this.open(`moz-extension://${host}/${path}`);
    return this.page;
  }

  async inOtherTab<T>(address: string, work: (view: View) => Promise<T>): Promise<T> {
    const find = () => this.#session.inOtherTab(address, () => work(this.page));
    return (await waitFor(`the tab ${address}`, find)).value;
  }

  async pressShortcut(keys: string): Promise<void> {
    await this.#session.press(keys.split('+').map((key) => (key.length === 1 ? key.toLowerCase() : key)));
  }

  async allowSite(): Promise<void> {}

  async chooseMenuItem(item: MenuItem, selector: string): Promise<void> {
    const at = await this.page.run((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    }, selector);
    if (!at) throw new Error(`the page has no ${selector}`);
    await this.#session.openMenu(at);
    await waitFor(`the menu item ${item}`, () =>
      this.#session.inWindow((wanted) => {
        const menu = document.querySelector<XulMenu>('#contentAreaContextMenu');
        const items = [...(menu?.querySelectorAll('menuitem') ?? [])];
        const found = items.find((each) => each.getAttribute('label') === wanted);
        if (!menu || !found || menu.state !== 'open') return false;
        menu.activateItem(found);
        return true;
      }, MENU_ITEMS[item]),
    );
  }

  async refuseSite(): Promise<void> {
    throw new Error('this Firefox asks nothing: its profile says yes');
  }

  async badge(): Promise<{ text: string; title: string }> {
    return this.#session.inWindow((id) => {
      const button = document.getElementById(id);
      const of = (name: string): string =>
        [button, ...(button?.querySelectorAll('*') ?? [])].map((part) => part?.getAttribute(name)).find(Boolean) ?? '';
      return { text: of('badge'), title: of('tooltiptext') };
    }, BUTTON);
  }

  async stopBackground(): Promise<void> {
    await this.#session.inWindow(async (id) => {
      await WebExtensionPolicy.getByID(id)?.extension.terminateBackground();
    }, ADDON);
  }

  async complaints(): Promise<readonly string[]> {
    return this.#session.inWindow((id) => {
      const host = WebExtensionPolicy.getByID(id)?.mozExtensionHostname ?? '';
      return (
        Services.console
          .getMessageArray()
          .map((each) => String(each.message))
          .filter((message) => message.includes(host))
          // Firefox's own notes, not faults: on a page that was only loaded ahead, on early layout, on a popup that closed
          // before the background had answered, on a page that was left while it read the library.
          .filter(
            (message) =>
              !/FrameData missing|Layout was forced before|after context unloaded|transaction that was not yet/.test(
                message,
              ),
          )
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
    if (!this.#isKept) rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function tabView(session: FirefoxSession): View {
  const run = async <A extends readonly unknown[], R>(code: PageFunction<A, R>, ...args: A): Promise<R> =>
    (await session.evaluate(expressionOf(code, args))) as R;
  return {
    evaluate: session.evaluate,
    run,
    click: session.click,
    press: (key) => (key === 'Tab' ? session.pressInPage(key) : session.press([key])),
    screenshot: async (file) => writeFileSync(file, await session.screenshot()),
  };
}
