import type { FailureCode } from '../core/model/failure.ts';

/** Pages that a new tab starts with; there is nothing to read in them yet. */
const BLANK_PAGES = new Set([
  'about:blank',
  'about:home',
  'about:newtab',
  'about:privatebrowsing',
  'chrome://newtab/',
  'chrome://new-tab-page/',
  'edge://newtab/',
]);

/** What the scheme alone decides. */
const REFUSED_SCHEMES: Readonly<Record<string, FailureCode>> = {
  'about:': 'browser-page',
  'blob:': 'not-html',
  'chrome:': 'browser-page',
  'chrome-error:': 'page-not-loaded',
  'chrome-extension:': 'extension-page',
  'chrome-search:': 'browser-page',
  'chrome-untrusted:': 'browser-page',
  'data:': 'not-html',
  'devtools:': 'browser-page',
  'edge:': 'browser-page',
  'jar:': 'browser-page',
  'moz-extension:': 'extension-page',
  'resource:': 'browser-page',
  'view-source:': 'view-source',
};

/**
 * Hosts in which browsers let no extension run: Chrome's and Edge's stores, and Firefox's
 * `extensions.webextensions.restrictedDomains` (default of Firefox 153).
 */
const STORE_HOSTS = new Set([
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'chromewebstore.google.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]);

/** Stores that are a part of a host. */
const STORE_PATHS: readonly (readonly [host: string, path: string])[] = [
  ['chrome.google.com', '/webstore'],
  ['microsoftedge.microsoft.com', '/addons'],
];

/**
 * Whether a page can be told to be out of reach by its address alone. Absent: it is worth trying; a plain
 * https address is not proof; the browser decides (`explainRejection`).
 */
export function refusedByAddress(address: string): FailureCode | undefined {
  if (BLANK_PAGES.has(address)) return 'blank';
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (isStore(url)) return 'store-page';
  return REFUSED_SCHEMES[url.protocol];
}

function isStore({ hostname, pathname }: URL): boolean {
  return (
    STORE_HOSTS.has(hostname) || STORE_PATHS.some(([host, path]) => hostname === host && pathname.startsWith(path))
  );
}
