import type { JSDOM } from 'jsdom';

/**
 * An XHTML page written as HTML, so that one reader does for both: as HTML its `CDATA` would be comments, and `<a/>` an
 * element that never ends. A page that is not well-formed comes back as it is.
 */
export function xhtmlAsHtml(page: string, { JSDOM }: { JSDOM: typeof import('jsdom').JSDOM }): string {
  let xml: JSDOM | undefined;
  const html = new JSDOM('');
  try {
    xml = new JSDOM(page, { contentType: 'application/xhtml+xml' });
    const { document, NodeFilter } = html.window;
    const root = document.importNode(xml.window.document.documentElement, true);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_CDATA_SECTION);
    const sections: CharacterData[] = [];
    while (walker.nextNode()) sections.push(walker.currentNode as CharacterData);
    for (const section of sections) section.replaceWith(document.createTextNode(section.data));
    return `<!doctype html>${root.outerHTML}`;
  } catch {
    return page; // Browsers show such a page up to its fault; as HTML it is read whole.
  } finally {
    xml?.window.close();
    html.window.close();
  }
}
