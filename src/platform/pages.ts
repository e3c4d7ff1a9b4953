import { browser } from './browser.ts';

/** Opens one of our own pages in a tab. */
export async function openPage(page: 'options' | 'welcome' | 'library', query = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html${query}`) });
}

/** The address of a file of our own, by its path below the extension's root. */
export function pageAddress(path: string): string {
  return browser.runtime.getURL(path);
}

/** The extension's version, as in its manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
