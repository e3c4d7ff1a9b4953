import { describe, expect, it } from 'vitest';
import { explainRejection } from '../../src/platform/explain-rejection.ts';
import { refusedByAddress } from '../../src/platform/refused-page.ts';

const NO_HOST = 'Cannot access contents of the page. Extension manifest must request permission to access the host.';

describe('pages told by their address', () => {
  it.each([
    ['about:blank', 'blank'],
    ['chrome://newtab/', 'blank'],
    ['chrome://settings/', 'browser-page'],
    ['edge://settings/', 'browser-page'],
    ['about:preferences', 'browser-page'],
    ['devtools://devtools/bundled/inspector.html', 'browser-page'],
    ['chrome-extension://abc/page.html', 'extension-page'],
    ['moz-extension://abc/page.html', 'extension-page'],
    ['view-source:https://news.example/', 'view-source'],
    ['data:text/html,x', 'not-html'],
    ['chrome-error://chromewebdata/', 'page-not-loaded'],
    ['https://chromewebstore.google.com/detail/x', 'store-page'],
    ['https://chrome.google.com/webstore/detail/x', 'store-page'],
    ['https://microsoftedge.microsoft.com/addons/detail/x', 'store-page'],
    ['https://addons.mozilla.org/firefox/', 'store-page'],
  ])('%s is %s', (address, code) => {
    expect(refusedByAddress(address)).toBe(code);
  });

  it.each(['https://news.example/story', 'https://chrome.google.com/', 'file:///home/me/story.html', ''])(
    '%s is worth trying',
    (address) => {
      expect(refusedByAddress(address)).toBeUndefined();
    },
  );
});

describe('pages that the browser refused', () => {
  it.each([
    ['The extensions gallery cannot be scripted.', 'https://store.example/', 'store-page'],
    ['Frame with ID 0 is showing error page', 'https://news.example/', 'page-not-loaded'],
    ['No tab with id: 7.', 'https://news.example/', 'navigated'],
    [NO_HOST, 'file:///home/me/story.html', 'local-file'],
    ['Missing host permission for the tab', 'https://news.example/Report.PDF', 'pdf'],
    ['Missing host permission for the tab', 'https://news.example/report', 'browser-page'],
    [NO_HOST, 'https://news.example/', 'permission'],
    [NO_HOST, '', 'browser-page'],
  ])('“%s” at %s is %s', (message, address, code) => {
    expect(explainRejection(message, address)).toBe(code);
  });
});
