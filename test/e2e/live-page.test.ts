import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, readControl, waitForText } from './harness/controls.ts';
import { pageFile, type Site, type SitePage, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';

const FERRY = pageFile('night-ferry.html');

/** The same story with a script of its own run before it. */
function withScript(script: string): SitePage {
  return { body: FERRY.body.toString().replace('<head>', `<head><script>${script}</script>`) };
}

/** The story in a page whose scripts build something after it. */
function withAfterword(script: string): SitePage {
  return { body: FERRY.body.toString().replace('</article>', `</article><script>${script}</script>`) };
}

/** The story in a page of so many rows of a hundred elements below it. */
function withRows(rows: number, text: string): SitePage {
  return withAfterword(`
    for (let row = 0; row < ${rows}; row++) {
      const line = document.createElement('p');
      for (let cell = 0; cell < 100; cell++) line.append(document.createElement('i'));
      for (const cell of line.children) cell.append('${text}');
      document.body.append(line);
    }`);
}

const PAGES: Readonly<Record<string, SitePage>> = {
  'courier.example/story': FERRY,
  'courier.example/trusted-types': {
    ...FERRY,
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
  'courier.example/hostile-world': withScript(`
    for (const name of ['map', 'filter', 'push', 'forEach', 'join']) Array.prototype[name] = () => { throw new Error(name) };
    for (const name of ['querySelector', 'querySelectorAll', 'getAttribute', 'cloneNode'])
      Element.prototype[name] = Document.prototype[name] = () => { throw new Error(name) };
    Object.defineProperty(Object.prototype, 'url', { get() { throw new Error('url') } });
    window.chrome = window.browser = { runtime: { id: 'not-yours' } };
    window.getComputedStyle = () => ({ display: 'none' });
    JSON.stringify = () => '"mine"';`),
  // Each of these calls for a part of the clip that is not in the script itself.
  'courier.example/maths': withAfterword(`
    const line = document.querySelector('article p:last-of-type');
    line.innerHTML += ' It turns in <math alttext="t=2x"><mi>t</mi></math> seconds. Später fährt sie nach 北港.';`),
  'courier.example/deep': withAfterword(`
    let at = document.querySelector('article');
    for (let depth = 0; depth < 1500; depth++) { const div = document.createElement('div'); at.append(div); at = div }
    at.textContent = 'At the bottom of it all.';`),
  // Some 150,000 elements.
  'courier.example/large': withRows(1_500, ''),
  // As many as are read, and a text in each.
  'courier.example/slow': withRows(4_600, 'late '),
  'courier.example/endless': withRows(5_200, ''),
  'courier.example/named': {
    body: FERRY.body
      .toString()
      .replace('<article>', '<article><img name="documentElement" src="a.gif"><img name="body">'),
  },
};

describe.each(BROWSERS)('$name: the live page', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite(PAGES);
    browser = await launch({ site });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is left as it was: elements, selection, scroll, storage, requests', async () => {
    await browser.open('http://courier.example/story');
    await browser.page.run(() => {
      localStorage.setItem('own', 'kept');
      // biome-ignore lint/suspicious/noDocumentCookie: what a page does.
      document.cookie = 'own=kept';
      const second = document.querySelector('#second');
      if (second) getSelection()?.setBaseAndExtent(second, 0, second, 1);
      scrollTo(0, 120);
      new MutationObserver(() => document.documentElement.setAttribute('data-was-changed', '')).observe(document, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    const look = () =>
      browser.page.run(() => ({
        html: document.documentElement.outerHTML,
        typed: document.querySelector('input')?.value,
        selection: getSelection()?.toString(),
        scroll: [scrollX, scrollY],
        storage: JSON.stringify([localStorage, sessionStorage, document.cookie]),
        // The site's icon is the browser's own wish, at a time of its own.
        requests: performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('/favicon.ico')).length,
        globals: Object.keys(window).sort().join(),
      }));
    const before = await look();
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    expect(await look()).toEqual(before);
    expect(before.selection).toContain('north quay');
  });

  it.each([
    ['that lets no string become HTML', 'trusted-types', 'The boat, which leaves the north quay'],
    ['that breaks its own world', 'hostile-world', 'The boat, which leaves the north quay'],
    ['that names its images like what documents have', 'named', 'The boat, which leaves the north quay'],
    // Deeper than any parser goes. At 5,000 Chromium's own layout falls over, and the tab with it.
    ['1,500 elements deep', 'deep', 'The boat, which leaves the north quay'],
  ])('is read whole: a page %s', async (_what, path, text) => {
    await browser.open(`http://courier.example/${path}`);
    const popup = await browser.openPopup();
    await waitForText(popup, text);
    await waitForText(popup, 'it home unread');
  });

  it('is read with the parts that it needs', async () => {
    await browser.open('http://courier.example/maths');
    const popup = await browser.openPopup();
    await waitForText(popup, 'It turns in $t=2x$ seconds. Später fährt sie nach 北港.');
  });

  it('is clipped though it is large', async () => {
    await browser.open('http://courier.example/large');
    const popup = await browser.openPopup();
    await waitForText(popup, 'it home unread');
  });

  it('is left as it was where the user stops the reading of it', async () => {
    await browser.open('http://courier.example/slow');
    const look = () => browser.page.run(() => document.documentElement.outerHTML);
    const before = await look();
    const popup = await browser.openPopup();
    await clickControl(popup, english.stop.message);
    await waitForText(popup, english.failure_stopped.message);
    await waitForText(popup, english.hint_stopped.message);
    expect((await look()) === before).toBe(true);
  });

  it('is not read without end: a page that needs too much memory is refused', async () => {
    await browser.open('http://courier.example/endless');
    const popup = await browser.openPopup();
    await waitForText(popup, english.failure_too_large.message);
  });
});
