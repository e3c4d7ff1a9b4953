import { browser } from './browser.ts';

/** Opens the popup as a press on the button does. False where the browser wants the user to press it. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch (_error) {
    return false;
  }
}
