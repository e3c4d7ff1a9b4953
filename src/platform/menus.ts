import { browser } from './browser.ts';

/** Where in a page an item of the context menu shows. */
export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly context: 'page' | 'selection' | 'link';
}

const WEB = ['http://*/*', 'https://*/*'];

/** Replaces the extension's items in the context menu. On web pages only: elsewhere they could do nothing. */
export async function setMenu(items: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, context } of items) {
    browser.contextMenus.create({
      id,
      title,
      contexts: [context],
      documentUrlPatterns: [...WEB, 'file:///*'],
      ...(context === 'link' ? { targetUrlPatterns: WEB } : {}),
    });
  }
}
