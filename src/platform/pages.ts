import { browser } from './browser.ts';

/** Opens one of the extension's pages in a tab. */
export async function openPage(
  page: 'options' | 'welcome' | 'library' | 'batch' | 'reader',
  query = '',
): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html${query}`) });
}

/** Fragment of the address of a page that is opened to work, and not for the user to look at. */
export const FOR_WORK = '#work';

/** The same in the background, so that the active tab stays active. */
export async function openPageBehind(page: 'welcome' | 'batch', query = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html${query}`), active: false });
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
