/**
 * `npm start`: the main job in a real browser. With a display the browser is left to the person; without one the
 * toolbar button is pressed here, the post saved and printed.
 */
import { execSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launchChromium } from '../test/e2e/harness/chromium.ts';
import { clickControl, readControl, waitForText } from '../test/e2e/harness/controls.ts';
import { filesBelow } from '../test/e2e/harness/files-below.ts';
import { pageFile, serveSite } from '../test/e2e/harness/site.ts';
import { unpackedId } from '../test/e2e/harness/unpacked-id.ts';
import { waitFor } from '../test/e2e/harness/wait-for.ts';
import { findChromium, installMissing } from './machine.ts';

const RESULT = 'test-results/start';
const SAMPLE = 'zaobao-2021.html';
const EXTENSION = 'dist/chrome';
const WHAT_TO_DO = `A story is open in the browser, with the extension beside it.
  1. Press the red Jianbao button in the toolbar, or Alt+Shift+J (on a Mac Option+Shift+J).
  2. Look, correct what you like, and press Save: the post goes to Jianbao/_posts below the downloads.
Any other page will do as well. Close the browser to end.`;

// vite, which runs this file, has set it to `development`: what is built from here is not.
delete process.env['NODE_ENV'];

execSync('npm run --silent build', { stdio: ['ignore', 'ignore', 'inherit'] });
if (!findChromium()) installMissing([{ program: 'chromium', packages: ['chromium', 'fonts-noto-cjk'] }]);
const chromium = findChromium();
if (chromium === undefined) {
  console.error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program.');
  process.exitCode = 1;
} else {
  process.env['CHROME_PATH'] = chromium;
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  const isLeft = hasDisplay && !process.argv.includes('--headless') && (await leaveToThePerson(chromium));
  if (!isLeft) await clipTheSample();
}

/**
 * Opens the sample page in a window with the extension in it, and ends when the window is closed.
 *
 * @returns whether there was a window: a display that is named may be gone.
 */
async function leaveToThePerson(executablePath: string): Promise<boolean> {
  const userDataDir = profileWithTheButton();
  const launching = puppeteer.launch({
    executablePath,
    headless: false,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir,
    // It is the person's browser for now: nothing tells them that a program had it.
    ignoreDefaultArgs: ['--enable-automation'],
    args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [])],
  });
  const browser = await launching.catch((error: unknown) => {
    console.error(`No window can be opened here, so it is done without one. (${String(error).split('\n', 1)[0]})`);
  });
  if (browser) {
    const site = await serveSite({ '127.0.0.1/story': pageFile(SAMPLE) });
    await browser.installExtension(EXTENSION);
    const [page] = await browser.pages();
    await page?.goto(`http://127.0.0.1:${site.port}/story`);
    await page?.bringToFront();
    console.log(WHAT_TO_DO);
    // Not when it lets go of us: it still writes its profile then.
    await new Promise((resolve) => browser.process()?.once('exit', resolve));
    await site.close();
    console.log('The browser is closed; nothing of it is left but the posts that you saved.');
  }
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  return browser !== undefined;
}

/** A browser profile of its own, in which our button is pinned to the toolbar. */
function profileWithTheButton(): string {
  const profile = mkdtempSync(join(tmpdir(), 'jianbao-start-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { pinned_extensions: [unpackedId(resolve(EXTENSION))] } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Presses the real toolbar button on the sample page, saves, and shows what came of it. */
async function clipTheSample(): Promise<void> {
  const story = 'www.zaobao.com/realtime/china/story20210304-1100001';
  const site = await serveSite({ [story]: pageFile(SAMPLE) });
  const browser = await launchChromium({ site });
  try {
    await browser.open(`http://${story}`);
    const popup = await browser.openPopup();
    console.log(`The popup shows: ${await readControl(popup, 'Title')}`);
    await waitForText(popup, '一点半从北码头出发');
    rmSync(RESULT, { recursive: true, force: true });
    mkdirSync(RESULT, { recursive: true });
    await popup.screenshot(join(RESULT, 'popup.png'));
    await clickControl(popup, 'Save');
    const path = await waitFor('the post on the disk', () =>
      filesBelow(browser.downloads).find((name) => name.endsWith('.md')),
    );
    cpSync(browser.downloads, RESULT, { recursive: true });
    console.log(`\n${readFileSync(join(RESULT, path), 'utf8')}\n`);
    console.log(`The post: ${join(RESULT, path)}\nThe popup: ${join(RESULT, 'popup.png')}`);
  } finally {
    await browser.close();
    await site.close();
  }
}
