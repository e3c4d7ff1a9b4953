import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { readControl } from './harness/controls.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const STORY = 'courier.example/2026/harbour/night-ferry';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, a line each: the rule and the elements. */
async function faultsOf(view: View): Promise<string[]> {
  await view.evaluate(`(async () => { ${AXE} })()`);
  const found = await view.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
  return found as string[];
}

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
    expect(await faultsOf(popup)).toEqual([]);
  });

  it.each(['options', 'library', 'batch', 'welcome'])('%s', async (own) => {
    const page = await browser.openOwnPage(`ui/${own}/index.html`);
    await waitFor(`the ${own} page`, () => page.run(() => document.querySelector('h1') !== null));
    await page.screenshot(picture(own));
    expect(await faultsOf(page)).toEqual([]);
    expect(await browser.complaints()).toEqual([]);
  });
});
