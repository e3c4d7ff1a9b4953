import { browser } from './browser.ts';

/** An item of the context menu, and where it shows. */
export interface MenuItem {
  readonly id: string;
  readonly title: string;
  /** `action`: the toolbar button. */
  readonly context: 'page' | 'selection' | 'link' | 'action';
}

const WEB = ['http://*/*', 'https://*/*'];

/**
 * Replaces the extension's items in the context menu. In pages of the web only: elsewhere they could do nothing. Does
 * nothing in Firefox for Android, which has no menus of extensions.
 */
export async function setMenu(items: readonly MenuItem[]): Promise<void> {
  const api: typeof browser.contextMenus | undefined = browser.contextMenus;
  await api?.removeAll();
  for (const { id, title, context } of items) {
    api?.create({
      id,
      title,
      contexts: [context],
      ...(context === 'action' ? {} : { documentUrlPatterns: [...WEB, 'file:///*'] }),
      ...(context === 'link' ? { targetUrlPatterns: WEB } : {}),
    });
  }
}
