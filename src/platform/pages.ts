import { browser } from './browser.ts';

/** Opens one of the extension's pages in a tab. */
export async function openPage(
  page: 'options' | 'welcome' | 'library' | 'batch' | 'reader',
  query = '',
): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html${query}`) });
}

/** The same in the background, so that the active tab stays active. */
export async function openPageBehind(page: 'welcome' | 'batch'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html`), active: false });
}

/** The address of a file of the extension, by its path below the extension's root. */
export function pageAddress(path: string): string {
  return browser.runtime.getURL(path);
}

/** The extension's version, as in its manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Whether the browser is Firefox, by the addresses of its extensions. */
export function isFirefox(): boolean {
  return pageAddress('').startsWith('moz-extension:');
}
