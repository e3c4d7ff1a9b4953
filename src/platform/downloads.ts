import { browser } from './browser.ts';

/** The browser's downloads, for the target that writes there. Absent in Firefox for Android (since version 79). */
export const downloads: typeof browser.downloads | undefined = browser.downloads;

/** The extension's id, by which the browser names the owner of a download. */
export const extensionId = browser.runtime.id;

/** Opens the file manager at a file. */
export async function showDownload(id: number): Promise<void> {
  await browser.downloads.show(id);
}
