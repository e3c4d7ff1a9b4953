import type { JSDOM } from 'jsdom';

/**
 * An XHTML page written as HTML, so that one reader does for both: as HTML its `CDATA` would be comments, and `<a/>` an
 * element that never ends. A page that is not well-formed comes back as it is.
 */
export function xhtmlAsHtml(page: string, { JSDOM }: { JSDOM: typeof import('jsdom').JSDOM }): string {
  let xml: JSDOM;
  try {
    xml = new JSDOM(page, { contentType: 'application/xhtml+xml' });
  } catch {
    return page; // Browsers show such a page up to its fault; as HTML it is read whole.
  }
  const html = new JSDOM('');
  try {
    const { document, NodeFilter } = xml.window;
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_CDATA_SECTION);
    const sections: CDATASection[] = [];
    while (walker.nextNode()) sections.push(walker.currentNode as CDATASection);
    for (const section of sections) section.replaceWith(document.createTextNode(section.data));
    return `<!doctype html>${html.window.document.importNode(document.documentElement, true).outerHTML}`;
  } finally {
    xml.window.close();
    html.window.close();
  }
}
