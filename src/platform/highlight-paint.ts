import { browser } from './browser.ts';

/** Dark letters on each colour: readable on light pages and dark ones. The names are those of `core/highlights`. */
const CSS = `
  ::highlight(jianbao-yellow) { background-color: #ffe27a; color: #1d1b18 }
  ::highlight(jianbao-green) { background-color: #b9ecb0; color: #1d1b18 }
  ::highlight(jianbao-blue) { background-color: #b5dcff; color: #1d1b18 }
  ::highlight(jianbao-pink) { background-color: #ffc9de; color: #1d1b18 }
`;

/** Gives a tab's page the colours of highlights. @throws what the browser throws where it refuses access to the page. */
export async function showPaint(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, css: CSS });
}

/** Takes them away. Does nothing where the page is gone, or access to it. */
export async function hidePaint(tabId: number): Promise<void> {
  try {
    await browser.scripting.removeCSS({ target: { tabId }, css: CSS });
  } catch (error) {
    console.warn('The colours of highlights stay in the page until it is left.', error);
  }
}
