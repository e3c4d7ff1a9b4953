import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { BROWSERS } from './harness/browsers.ts';
import { readControl } from './harness/controls.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const STORY = 'courier.example/2026/harbour/night-ferry';
const LOOKS = BROWSERS.flatMap(({ name, launch }) => [
  { name, launch, scheme: 'light', dark: false },
  { name, launch, scheme: 'dark', dark: true },
]);

describe.each(LOOKS)('$name: how it looks and reads, $scheme', ({ name, launch, scheme, dark }) => {
  /** The pictures of Chromium are what people look through. */
  const picture = (of: string): string => `test-results/${name === 'chromium' ? '' : `${name}-`}${of}-${scheme}.png`;

  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    site = await serveSite({ [STORY]: pageFile('night-ferry.html') });
    browser = await launch({ site, dark });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('popup', async () => {
    await browser.open(`http://${STORY}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await popup.screenshot(picture('popup'));
    expect(await popup.run(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(dark);
    expect(await axeFaults(popup)).toEqual([]);
  });

  it.each(['options', 'library', 'batch', 'welcome'])('%s', async (own) => {
    const page = await browser.openOwnPage(`ui/${own}/index.html`);
    await waitFor(`the ${own} page`, () => page.run(() => document.querySelector('h1') !== null));
    await page.screenshot(picture(own));
    expect(await axeFaults(page)).toEqual([]);
    expect(await browser.complaints()).toEqual([]);
  });
});
