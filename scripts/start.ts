/**
 * `npm start`: the main job in a real browser. With a display the browser is left to the person; without one the
 * toolbar button is pressed here, the post saved and printed.
 */
import { execSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launchChromium } from '../test/e2e/harness/chromium.ts';
import { clickControl, readControl, waitForText } from '../test/e2e/harness/controls.ts';
import { filesBelow } from '../test/e2e/harness/files-below.ts';
import { pageFile, serveSite } from '../test/e2e/harness/site.ts';
import { waitFor } from '../test/e2e/harness/wait-for.ts';
import { findChromium, installMissing } from './machine.ts';

const RESULT = 'test-results/start';
const SAMPLE = 'zaobao-2021.html';

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
  const launching = puppeteer.launch({
    executablePath,
    headless: false,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const browser = await launching.catch((error: unknown) => {
    console.error(`No window can be opened here, so it is done without one. (${String(error).split('\n', 1)[0]})`);
  });
  if (!browser) return false;
  const site = await serveSite({ '127.0.0.1/story': pageFile(SAMPLE) });
  await browser.installExtension('dist/chrome');
  const [page] = await browser.pages();
  await page?.goto(`http://127.0.0.1:${site.port}/story`);
  console.log('Press the red Jianbao button in the toolbar (or Alt+Shift+J), look, and press Save.');
  await new Promise((resolve) => browser.once('disconnected', resolve));
  await site.close();
  return true;
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
