import { browser } from './browser.ts';

/** Opens one of our own pages in a tab. */
export async function openPage(page: 'options' | 'welcome' | 'library', query = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html${query}`) });
}

/** The same behind the tab in use: whoever is reading is not taken away from it. */
export async function openPageBehind(page: 'welcome'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`ui/${page}/index.html`), active: false });
}

/** The address of a file of our own, by its path below the extension's root. */
export function pageAddress(path: string): string {
  return browser.runtime.getURL(path);
}

/** The extension's version, as in its manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
