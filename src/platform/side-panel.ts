import { browser } from './browser.ts';

/** The part of Chrome's API that is used: https://developer.chrome.com/docs/extensions/reference/api/sidePanel. */
interface ChromeSidePanel {
  open(options: { readonly tabId: number }): Promise<void>;
}

/** Whether the browser has a place beside the page: Firefox for Android has none. */
export function canOpenAtSide(): boolean {
  return 'sidebarAction' in browser || chromeSidePanel() !== undefined;
}

/**
 * Opens the side panel in the window of a tab. Called first in the handler of a user gesture.
 *
 * @throws what the browser throws where it refuses.
 */
export async function openAtSide(tabId: number): Promise<void> {
  const panel = chromeSidePanel();
  await (panel ? panel.open({ tabId }) : browser.sidebarAction.open());
}

/** The polyfill passes on the APIs that it does not know. */
function chromeSidePanel(): ChromeSidePanel | undefined {
  return 'sidePanel' in browser ? (browser.sidePanel as ChromeSidePanel) : undefined;
}
