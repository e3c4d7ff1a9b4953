import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { readControl } from './harness/controls.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

describe.each(BROWSERS)('$name: the keyboard command', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeEach(async () => {
    site = await serveSite({ 'courier.example/2026/harbour/night-ferry': pageFile('night-ferry.html') });
    browser = await launch({ site, onScreen: 'virtual' });
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  it('opens the popup on the story, with the focus on Save', async () => {
    await browser.open('http://courier.example/2026/harbour/night-ferry');
    await browser.page.click('h1');
    await browser.pressShortcut('Alt+Shift+J');
    const popup = await browser.openedPopup();
    expect(await readControl(popup, 'Title')).toBe('Night ferry to run all winter');
    await waitFor('the focus', () => popup.run(() => document.activeElement?.id === 'save'));
  });
});
