import { JSDOM } from 'jsdom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** The document in which tests build and read HTML. */
export const { document } = new JSDOM('').window;

/** Renders Markdown as strict CommonMark + GFM with raw HTML, as an element to read. */
export function render(markdown: string): Element {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm({ singleTilde: true })],
    htmlExtensions: [gfmHtml()],
  });
  return elementOf(html);
}

/** An element around parsed HTML. */
export function elementOf(html: string): Element {
  const element = document.createElement('div');
  element.innerHTML = html;
  return element;
}
