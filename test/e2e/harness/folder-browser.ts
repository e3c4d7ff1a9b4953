import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page, type Browser as Puppet } from 'puppeteer-core';
import { findChromium } from '../../../scripts/machine.ts';
import type { Delivery } from '../../../src/library/model/delivery.ts';
import type { FolderFile } from '../../../src/library/model/folder-file.ts';
import type { TargetRecord } from '../../../src/library/model/target-record.ts';
import { CHROMIUM_SWITCHES } from './chromium-switches.ts';
import { askForDrain, queueClips, rowsIn } from './outbox.ts';
import type { Screen } from './screen.ts';
import { PATIENCE, waitFor } from './wait-for.ts';

const EXTENSION = fileURLToPath(new URL('../../../dist/chrome', import.meta.url));

/**
 * What the user has answered to the browser's questions about folders, as Chromium keeps it. `always`: a managed
 * browser grants every folder · `every-visit`: “Allow on every visit”, for one folder · `ask`: nothing yet.
 */
export type Grants = 'always' | 'ask' | { readonly everyVisit: string; readonly extensionId: string };

/** The stores that tests look into. */
interface Rows {
  deliveries: Delivery;
  targets: TargetRecord;
  folderFiles: FolderFile;
}

/** A Chromium whose profile outlives it, with the built extension, for what happens to folders. */
export interface FolderBrowser {
  readonly id: string;
  readonly page: Page;
  /** Shows one of our own pages. */
  own(path: string): Promise<Page>;
  /** Presses the button on the open page, and returns the popup, which has just begun. */
  pressButton(): Promise<Page>;
  /** The same, when the popup knows all that it shows. */
  openPopup(): Promise<Page>;
  /** Drops a folder of this computer on the options page, and waits until the library knows it. */
  dropFolder(folder: string): Promise<string>;
  /** Whether what is in a folder has been read, which needs the browser's yes. */
  folderIsAllowed(): Promise<boolean>;
  /** Waits until what is in the folder has been read. */
  folderIsRead(): Promise<void>;
  /** Keeps clips as Save does, for one target. */
  queue(targetId: string, ids: readonly string[], text?: string): Promise<void>;
  /** Asks the background to deliver, without waiting. */
  beginDrain(): Promise<void>;
  /** Asks the background to deliver, and waits until it has done what it can. */
  drain(): Promise<void>;
  deliveries(): Promise<Delivery[]>;
  /** The identities of the stories that the connected folders are known to hold. */
  folderFiles(): Promise<string[]>;
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param profile a folder; the same one again is the same browser, restarted.
 * @param screen where it is to be seen, for the browser's own dialogs; else it is headless.
 */
export async function launchFolderBrowser(profile: string, grants: Grants, screen?: Screen): Promise<FolderBrowser> {
  seed(profile, grants);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install one, or name it in CHROME_PATH');
  const browser = await puppeteer.launch({
    executablePath,
    headless: screen === undefined,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    timeout: 120_000,
    ...(screen ? { defaultViewport: null } : {}),
    env: { ...process.env, HOME: profile, ...(screen ? { DISPLAY: screen.display } : {}) },
    args: [...CHROMIUM_SWITCHES, '--window-position=0,0', '--window-size=1200,850'],
  });
  const id = await browser.installExtension(EXTENSION);
  const [page] = await browser.pages();
  if (!page) throw new Error('Chromium opened no tab');
  page.setDefaultTimeout(PATIENCE);
  return folderBrowser(browser, id, page);
}

function seed(profile: string, grants: Grants): void {
  const file = join(profile, 'Default', 'Preferences');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  preferences.profile ??= {};
  if (grants === 'always') {
    preferences.profile.default_content_setting_values = { file_system_write_guard: 1, file_system_read_guard: 1 };
  } else if (grants !== 'ask') {
    const origin = `chrome-extension://${grants.extensionId}/,*`;
    const last_modified = '13439801700924258';
    const chosen = {
      'display-name': 'archive',
      'is-directory': true,
      path: grants.everyVisit,
      readable: true,
      writable: true,
    };
    preferences.profile.content_settings ??= {};
    preferences.profile.content_settings.exceptions = {
      ...preferences.profile.content_settings.exceptions,
      file_system_access_chooser_data: { [origin]: { last_modified, setting: { 'chosen-objects': [chosen] } } },
      file_system_access_extended_permission: { [origin]: { last_modified, setting: 1 } },
    };
  }
  writeFileSync(file, JSON.stringify(preferences));
}

function folderBrowser(browser: Puppet, id: string, page: Page): FolderBrowser {
  async function rowsOf<Name extends keyof Rows>(store: Name): Promise<Rows[Name][]> {
    // The extension's own schema says so.
    return (await page.evaluate(rowsIn, store)) as Rows[Name][];
  }

  const self: FolderBrowser = {
    id,
    page,
    async own(path) {
      await page.goto(`chrome-extension://${id}/${path}`, { waitUntil: 'load' });
      return page;
    },
    async pressButton() {
      const extension = await waitFor('the extension', async () => (await browser.extensions()).get(id));
      await page.bringToFront();
      const opened = browser.waitForTarget((target) => target.url().includes('ui/popup/'), { timeout: PATIENCE });
      await page.triggerExtensionAction(extension);
      const popup = await (await opened).asPage();
      popup.setDefaultTimeout(PATIENCE);
      return popup;
    },
    async openPopup() {
      const popup = await self.pressButton();
      // The story has been read, the library looked into.
      await popup.waitForSelector('.file-name');
      return popup;
    },
    async dropFolder(folder) {
      await self.own('ui/options/index.html');
      const zone = await page.waitForSelector('#drop');
      const box = await zone?.boundingBox();
      if (!box) throw new Error('the options page has no place to drop a folder on');
      const at = { x: box.x + box.width - 12, y: box.y + box.height / 2 };
      const session = await page.createCDPSession();
      const data = { items: [], files: [folder], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, ...at, data });
      }
      return waitFor('the folder in the library', async () => {
        const [known] = (await rowsOf('targets')).filter(({ kind }) => kind === 'folder');
        return known?.id;
      });
    },
    folderIsAllowed: async () => (await rowsOf('targets')).some(({ indexedAt }) => indexedAt !== undefined),
    async folderIsRead() {
      await waitFor('the folder to be read', self.folderIsAllowed);
    },
    async queue(targetId, ids, text = 'text') {
      await page.evaluate(queueClips, targetId, [...ids], text);
    },
    beginDrain: () => page.evaluate(askForDrain, false),
    drain: () => page.evaluate(askForDrain, true),
    deliveries: () => rowsOf('deliveries'),
    folderFiles: async () => (await rowsOf('folderFiles')).map(({ urlKey }) => String(urlKey)),
    async killWorker() {
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    close: () => browser.close(),
  };
  return self;
}
