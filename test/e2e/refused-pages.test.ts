import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import type { MessageKey } from '../../src/i18n/messages.ts';
import { BROWSERS } from './harness/browsers.ts';
import { waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { BROKEN_HOST, pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

/** The smallest document that PDF viewers open. */
const PDF = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** What can be done instead has a key of its own for every failure. */
type Code = MessageKey extends infer Key ? (Key extends `hint_${infer Rest}` ? Rest : never) : never;
type FailureKey = `failure_${Code}`;
type Refusal = readonly [what: string, url: string, message: FailureKey];

function hintOf(message: FailureKey): `hint_${Code}` {
  return message.replace('failure_', 'hint_') as `hint_${Code}`;
}

const REFUSALS: readonly Refusal[] = [
  ['a PDF file', 'http://courier.example/report.pdf', 'failure_pdf'],
  ['an image', 'http://courier.example/boat.gif', 'failure_image'],
  ['a drawing', 'http://courier.example/boat.svg', 'failure_image'],
  ['plain text', 'http://courier.example/notes', 'failure_not_html'],
  ['a feed', 'http://courier.example/feed', 'failure_not_html'],
  ['a front page', 'http://courier.example/', 'failure_no_article'],
];

const OWN: Readonly<Record<TestBrowser['name'], readonly Refusal[]>> = {
  chromium: [
    ['a page of the browser', 'chrome://version/', 'failure_browser_page'],
    ['the store', 'http://chromewebstore.google.com/', 'failure_store_page'],
    ['a PDF file whose address does not say so', 'http://courier.example/report', 'failure_pdf'],
    ['data', 'http://courier.example/data', 'failure_not_html'],
    ['a page that does not load', `http://${BROKEN_HOST}/`, 'failure_page_not_loaded'],
    // Of these Chromium tells an extension nothing, not even the address.
    ['an empty tab', 'about:blank', 'failure_browser_page'],
    ['a page without an address of its own', 'data:text/html,<p>Short-lived</p>', 'failure_browser_page'],
    ['the source of a page', 'view-source:http://courier.example/', 'failure_browser_page'],
  ],
  firefox: [
    ['a page of the browser', 'about:support', 'failure_browser_page'],
    ['the store', 'http://addons.mozilla.org/', 'failure_store_page'],
    // Firefox shows these in pages of its own, under their address, and says only that it does not let us in.
    ['a PDF file whose address does not say so', 'http://courier.example/report', 'failure_browser_page'],
    ['data', 'http://courier.example/data', 'failure_browser_page'],
    ['a page that does not load', `http://${BROKEN_HOST}/`, 'failure_browser_page'],
    ['an empty tab', 'about:blank', 'failure_blank'],
    ['a page without an address of its own', 'data:text/html,<p>Short-lived</p>', 'failure_not_html'],
    ['the source of a page', 'view-source:http://courier.example/', 'failure_view_source'],
  ],
};

describe.each(BROWSERS)('$name: a page that cannot be clipped', ({ name, launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await serveSite({
      'courier.example/': pageFile('front-page.html'),
      'courier.example/report.pdf': { body: PDF, type: 'application/pdf' },
      'courier.example/report': { body: PDF, type: 'application/pdf' },
      'courier.example/notes': { body: 'Buy rope.', type: 'text/plain' },
      'courier.example/data': { body: '{"rope": 1}', type: 'application/json' },
      'courier.example/feed': { body: '<rss version="2.0"><channel/></rss>', type: 'text/xml' },
      'chromewebstore.google.com/': pageFile('front-page.html'),
      'addons.mozilla.org/': pageFile('front-page.html'),
    });
    browser = await launch({ site });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function expectRefusal(message: FailureKey): Promise<void> {
    const popup = await browser.openPopup();
    await waitForText(popup, english[message].message);
    await waitForText(popup, english[hintOf(message)].message);
    expect(filesBelow(browser.downloads)).toEqual([]);
    // As tall as its text, once the browser has made it so: an editor's popup has 600 px.
    let size = '';
    await waitFor(
      () => `a popup without room to spare; it has ${size}`,
      async () => {
        const { height, over } = await popup.run(() => {
          const { scrollHeight, clientHeight } = document.querySelector('.scroller') ?? document.body;
          return { height: document.documentElement.getBoundingClientRect().height, over: scrollHeight - clientHeight };
        });
        size = `${height} px, ${over} px out of sight`;
        return height < 420 && over === 0;
      },
    );
  }

  it.each([...REFUSALS, ...OWN[name]])('is refused with its reason: %s', async (_what, url, message) => {
    await browser.open(url);
    await expectRefusal(message);
  });

  it('is refused with its reason: a page of an extension', async () => {
    await browser.openOwnPage('ui/options/index.html');
    await expectRefusal('failure_extension_page');
  });
});
