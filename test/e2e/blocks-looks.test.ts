import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { launchChromium } from './harness/chromium.ts';
import { readControl, waitForText } from './harness/controls.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

describe('how the blocks look in Chinese, dark, narrow, with a page that is read from the right', () => {
  const STORY = 'courier.example/ar';
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    site = await serveSite({ [STORY]: pageFile('bell-arabic.html') });
    browser = await launchChromium({ site, dark: true, language: 'zh-CN' });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('has nothing that axe finds, and nothing beside the edge', async () => {
    await browser.open(`http://${STORY}`);
    const popup = await browser.openPopup();
    await readControl(popup, '标题');
    await popup.click('.left-out-button');
    await waitForText(popup, '页面的全部内容块');
    await waitFor('the list', () => popup.run(() => document.querySelectorAll('.block').length > 3));
    await popup.run(() => {
      document.documentElement.style.inlineSize = '360px';
      document.body.style.inlineSize = '360px';
      document.querySelector<HTMLElement>('.block .link')?.click();
    });
    await waitFor('the choice', () => popup.run(() => document.querySelector('.choice-line .link') !== null));
    await popup.screenshot('test-results/chromium-blocks-zh-dark.png');
    expect(await axeFaults(popup)).toEqual([]);
    expect(
      await popup.run(() => {
        const scroller = document.querySelector('.scroller');
        return scroller !== null && scroller.scrollWidth <= scroller.clientWidth;
      }),
    ).toBe(true);
    await popup.run(() => document.querySelector('.block-list')?.scrollIntoView());
    await popup.screenshot('test-results/chromium-blocks-zh-dark-list.png');

    await popup.run(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === '从页面添加一部分',
      );
      setTimeout(() => button?.click());
    });
    await waitFor('the picker', () => browser.page.run(() => document.querySelector('[popover]') !== null));
    const directions = browser.page.run(() =>
      ['html', '[popover]'].map((part) => getComputedStyle(document.querySelector(part) ?? document.body).direction),
    );
    expect(await directions).toEqual(['rtl', 'ltr']);
    await browser.page.screenshot('test-results/chromium-picker-rtl-zh-dark.png');
    await browser.page.press('Escape');
  });
});
