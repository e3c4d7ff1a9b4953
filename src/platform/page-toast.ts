import { browser } from './browser.ts';

/** How long a sentence stays in the page's corner, in milliseconds. */
const TOAST_MS = 2_000;

/**
 * Shows a sentence in a corner of a tab's page for two seconds. For what the button's badge would say where the button is
 * not on the toolbar. Does nothing where the browser refuses access to the page.
 */
export async function showToast(tabId: number, text: string): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: drawToast, args: [text, TOAST_MS] });
  } catch (error) {
    console.warn('The page could not be told.', error);
  }
}

/** Whether the button can be seen. True where the browser does not say. */
export async function isButtonOnToolbar(): Promise<boolean> {
  const { isOnToolbar } = (await browser.action.getUserSettings?.()) ?? {};
  return isOnToolbar ?? true;
}

/**
 * Runs in the page, so it uses nothing from this file. The element has a closed shadow root and `all: initial`: the page's
 * styles do not reach in, and the page's own elements do not change.
 */
function drawToast(text: string, stayMs: number): void {
  const host = document.createElement('div');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  host.style.cssText = 'all: initial !important; position: fixed !important; inset: auto 16px 16px auto !important;';
  // `all` leaves these two as the page has them; every language of the interface is written from the left.
  host.style.setProperty('direction', 'ltr', 'important');
  host.style.setProperty('unicode-bidi', 'isolate', 'important');
  host.style.setProperty('z-index', '2147483647', 'important');
  const bubble = document.createElement('div');
  bubble.setAttribute('role', 'status');
  bubble.style.cssText = `
    max-width: min(420px, calc(100vw - 32px)); box-sizing: border-box; padding: 10px 14px; border-radius: 8px;
    font: 14px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; box-shadow: 0 2px 12px rgb(0 0 0 / 25%);
    color: ${dark ? '#ece8e1' : '#1d1b18'}; background: ${dark ? '#232220' : '#fff'};
    border: 1px solid ${dark ? '#35332f' : '#e4dfd5'};`;
  host.attachShadow({ mode: 'closed' }).append(bubble);
  document.documentElement.append(host);
  // A live region is read out when its text changes, not when it is there from the start.
  requestAnimationFrame(() => {
    bubble.textContent = text;
    if (!still) bubble.animate({ opacity: [0, 1] }, { duration: 150, easing: 'ease-out' });
  });
  setTimeout(() => host.remove(), stayMs);
}
