/**
 * The style sheets that a page brings along, for every screen. A document that is not shown has none of its own.
 *
 * @param Sheet the class of style sheets: `CSSStyleSheet` of the caller's world.
 */
export function embeddedSheets(document: Document, Sheet: typeof CSSStyleSheet): CSSStyleSheet[] {
  return Array.from(document.querySelectorAll('style'))
    .filter(({ media }) => media === '' || /^(?:all|screen)$/i.test(media.trim()))
    .map(({ textContent }) => {
      const sheet = new Sheet();
      sheet.replaceSync(textContent);
      return sheet;
    });
}
