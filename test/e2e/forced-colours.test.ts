import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningChromium, startChromium } from './harness/chromium.ts';
import { type Site, serveSite } from './harness/site.ts';

/** What forced colours (Windows' contrast themes) leave of backgrounds that are images. */
describe('forced colours in Chromium', () => {
  let site: Site;
  let chromium: RunningChromium;

  beforeAll(async () => {
    site = await serveSite({});
    chromium = await startChromium({ site });
    const session = await chromium.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  });

  afterAll(async () => {
    await chromium?.browser.close();
    await site?.close();
  });

  it('leave the lines of the popup that waits for a story', async () => {
    const { page, id } = chromium;
    // No script runs: the page stays as it is loaded.
    await page.setJavaScriptEnabled(false);
    await page.goto(`chrome-extension://${id}/ui/popup/index.html`);
    const drawn = await page.evaluate(() =>
      ['.frame-facts', '.frame-tools', '.skeleton-story', '.frame-foot'].map((lines) => {
        const element = document.querySelector(lines);
        return element && getComputedStyle(element).backgroundImage;
      }),
    );
    const grey = await page.evaluate(() => {
      document.body.style.color = 'GrayText';
      return getComputedStyle(document.body).color;
    });
    for (const image of drawn) expect(image).toContain(grey);
  });
});
